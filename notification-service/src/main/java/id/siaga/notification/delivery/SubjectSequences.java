// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/**
 * Counts the delivery events of each subject. The row stays locked until commit, so that the events of a subject
 * are appended to the outbox in the order of their numbers.
 */
@ApplicationScoped
class SubjectSequences {

    private final Database database;

    SubjectSequences(Database database) {
        this.database = database;
    }

    /** Takes as many numbers and returns the first. */
    long take(String subject, int count) {
        return database.run(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("""
                    INSERT INTO delivery_sequence (subject, last) VALUES (?, ?)
                    ON CONFLICT (subject) DO UPDATE SET last = delivery_sequence.last + excluded.last
                    RETURNING last""")) {
                Parameters.of(upsert).text(subject).number(count);
                try (ResultSet row = upsert.executeQuery()) {
                    row.next();
                    return row.getLong(1) - count + 1;
                }
            }
        });
    }
}
