// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the delivery events of each subject. The row stays locked until commit, so that the events of a subject
 * are appended to the outbox in the order of their numbers.
 */
@ApplicationScoped
public class SubjectSequences {

    private final Database database;

    SubjectSequences(Database database) {
        this.database = database;
    }

    /** Takes numbers for many subjects at once, in their order, and returns the first of each. */
    public Map<String, Long> take(Map<String, Integer> counts) {
        return database.run(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement("""
                    INSERT INTO delivery_sequence (subject, last)
                    SELECT subject, count FROM unnest(?::text[], ?::integer[]) AS n (subject, count)
                    ORDER BY subject COLLATE "C"
                    ON CONFLICT (subject) DO UPDATE SET last = delivery_sequence.last + excluded.last
                    RETURNING subject, last""")) {
                Parameters.of(upsert).array("text", counts.keySet()).array("integer", counts.values());
                Map<String, Long> first = new HashMap<>();
                try (ResultSet row = upsert.executeQuery()) {
                    while (row.next()) {
                        String subject = row.getString(1);
                        first.put(subject, row.getLong(2) - counts.getOrDefault(subject, 0) + 1);
                    }
                }
                return first;
            }
        });
    }
}
