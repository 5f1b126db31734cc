// SPDX-License-Identifier: Apache-2.0
package id.siaga.sql;

import java.sql.SQLException;

/** The database failed us; the transaction is lost, and whoever can tries again. */
public final class SqlFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SqlFault(SQLException cause) {
        super(cause);
    }
}
