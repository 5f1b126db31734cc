// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.intake;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** An array of a row, apart from the connection that it was read on. */
public record ArrayValue(String type, List<Object> elements) {

    ArrayValue(Array array) throws SQLException {
        this(array.getBaseTypeName(), List.of((Object[]) array.getArray()));
    }

    public Array on(Connection connection) throws SQLException {
        return connection.createArrayOf(type, elements.toArray());
    }
}
