// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.keyring.Keyring;
import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import id.siaga.notification.signing.SigningSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the delivery of events needs to know of endpoints, for a whole batch at a time; plain JDBC, because each
 * question is one set-based statement.
 */
@ApplicationScoped
public class EndpointDirectory {

    private static final String SUBSCRIBERS = """
            SELECT n.event_id, e.id, e.party
            FROM unnest(?::uuid[], ?::text[], ?::text[]) AS n (event_id, patterns, audience)
            JOIN endpoint e
              ON e.event_types && string_to_array(n.patterns, ',')
             AND (e.party = ANY (string_to_array(n.audience, ','))
                  OR ('*' = ANY (string_to_array(n.audience, ',')) AND 'partner' = ANY (e.roles)))
            WHERE e.status = 'ACTIVE'
            ORDER BY e.id, n.event_id
            FOR SHARE OF e""";

    private static final String TARGETS =
            "SELECT id, url, sealed_secret FROM endpoint WHERE id = ANY (?) AND status = 'ACTIVE'";

    private final Database database;
    private final Keyring keyring;

    EndpointDirectory(Database database, Keyring keyring) {
        this.database = database;
        this.keyring = keyring;
    }

    /** An event that looks for its readers. */
    public record Announcement(UUID eventId, String eventType, Set<String> audience) {}

    /** An endpoint that wants the event, of a party that may know it. */
    public record Subscriber(UUID eventId, UUID endpointId, String party) {}

    /** What is needed to call an endpoint. */
    public record Target(String url, SigningSecret secret) {}

    /**
     * Audience and interest of every event at once. The endpoints stay locked against their end until the
     * transaction ends, so that nothing is queued for one that is being deleted.
     */
    public List<Subscriber> subscribers(List<Announcement> announcements) {
        List<Announcement> told =
                announcements.stream().filter(a -> !a.audience().isEmpty()).toList();
        return told.isEmpty() ? List.of() : database.run(connection -> subscribers(connection, told));
    }

    private static List<Subscriber> subscribers(Connection connection, List<Announcement> told) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SUBSCRIBERS)) {
            Parameters.of(select)
                    .array("uuid", told.stream().map(Announcement::eventId).toList())
                    .array(
                            "text",
                            told.stream()
                                    .map(a -> String.join(",", EventTypePattern.matching(a.eventType())))
                                    .toList())
                    .array(
                            "text",
                            told.stream()
                                    .map(a -> String.join(",", a.audience()))
                                    .toList());
            List<Subscriber> subscribers = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    subscribers.add(new Subscriber(
                            row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)));
                }
            }
            return subscribers;
        }
    }

    /** How to call each of these; those that have ended are missing. */
    public Map<UUID, Target> targets(Collection<UUID> endpointIds) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(TARGETS)) {
                Parameters.of(select).array("uuid", endpointIds);
                Map<UUID, Target> targets = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        UUID id = row.getObject(1, UUID.class);
                        byte[] key = keyring.open(row.getBytes(3), SecretContext.of(id));
                        targets.put(id, new Target(row.getString(2), SigningSecret.of(key)));
                    }
                }
                return targets;
            }
        });
    }

    public boolean isActive(UUID endpointId) {
        return database.run(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT 1 FROM endpoint WHERE id = ? AND status = 'ACTIVE'")) {
                Parameters.of(select).id(endpointId);
                try (ResultSet row = select.executeQuery()) {
                    return row.next();
                }
            }
        });
    }
}
