// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content.alias;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** One re-key run at a time, for all replicas: an advisory lock of a session that lives as long as the run. */
@ApplicationScoped
class RekeyLock {

    private static final String KEY = "hashtextextended('siaga.rekey', 0)";

    private final DataSource database;

    RekeyLock(DataSource database) {
        this.database = database;
    }

    /** Does the work unless somebody else is at it. */
    <T> Optional<T> alone(Supplier<T> work) {
        try (Connection session = database.getConnection()) {
            if (!is(session, "SELECT pg_try_advisory_lock(" + KEY + ")")) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.get());
            } finally {
                is(session, "SELECT pg_advisory_unlock(" + KEY + ")");
            }
        } catch (SQLException e) {
            throw new AliasesUnavailable(e);
        }
    }

    private static boolean is(Connection session, String question) throws SQLException {
        try (PreparedStatement select = session.prepareStatement(question);
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
