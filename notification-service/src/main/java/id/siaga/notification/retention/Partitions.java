// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.retention;

import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;

/**
 * The partitions of tables that go in time. The application does not own them: functions of their owner do what is asked,
 * within bounds of their own, and give up when another statement is in the way for a second.
 */
@ApplicationScoped
class Partitions {

    private final Database database;

    Partitions(Database database) {
        this.database = database;
    }

    /** What goes by partitions. */
    enum Of {
        /** By the week. */
        ATTEMPTS("SELECT make_attempt_partitions(?::integer)", "SELECT drop_attempt_partitions(?)"),
        /** By the month, with what the feed has of them. */
        EVENTS("SELECT make_event_partitions(?::integer)", "SELECT drop_event_partitions(?)");

        private final String make;
        private final String drop;

        Of(String make, String drop) {
            this.make = make;
            this.drop = drop;
        }

        /** As logs and metrics name it. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Makes those of the weeks or months to come that are not there yet; returns how many. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int make(Of what, int ahead) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(what.make)) {
                Parameters.of(select).number(ahead);
                return number(select);
            }
        });
    }

    /** Drops those that ended before; returns how many. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int drop(Of what, Instant before) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(what.drop)) {
                Parameters.of(select).time(before);
                return number(select);
            }
        });
    }

    private static int number(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
