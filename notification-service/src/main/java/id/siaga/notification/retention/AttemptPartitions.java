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

/**
 * The partitions of the table {@code attempt}. The application does not own it: functions of its owner do what is asked,
 * within bounds of their own, and give up when another statement is in the way for a second.
 */
@ApplicationScoped
class AttemptPartitions {

    private final Database database;

    AttemptPartitions(Database database) {
        this.database = database;
    }

    /** Makes those of the weeks to come that are not there yet; returns how many. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int make(int weeks) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT make_attempt_partitions(?::integer)")) {
                Parameters.of(select).number(weeks);
                return number(select);
            }
        });
    }

    /** Drops those that ended before; returns how many. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int drop(Instant before) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement("SELECT drop_attempt_partitions(?)")) {
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
