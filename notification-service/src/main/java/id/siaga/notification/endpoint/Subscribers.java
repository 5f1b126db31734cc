// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Audience and interest of every event of a batch at once. */
@ApplicationScoped
public class Subscribers {

    /** What concerns the whole country concerns each of its regions. */
    private static final String MATCHING = """
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::boolean[])
                AS n (event_id, patterns, audience, categories, platforms, regions, urgent)
            JOIN endpoint e
              ON e.event_types && string_to_array(n.patterns, ',')
             AND (e.party = ANY (string_to_array(n.audience, ','))
                  OR ('*' = ANY (string_to_array(n.audience, ',')) AND 'partner' = ANY (e.roles)
                      AND NOT e.own_subjects_only))
             AND (e.categories = '{}' OR e.categories && string_to_array(n.categories, ','))
             AND (e.platforms = '{}' OR e.platforms && string_to_array(n.platforms, ','))
             AND (e.regions = '{}' OR (e.regions || 'ID'::text) && string_to_array(n.regions, ','))
             AND (n.urgent OR NOT e.urgent_only)
            """;

    private static final String SUBSCRIBERS = "SELECT n.event_id, e.id, e.party, e.ordered, NULL::uuid AS fallback_of "
            + MATCHING + "WHERE e.status = 'ACTIVE' ORDER BY e.id, n.event_id FOR SHARE OF e";

    /** The owner of a paused or disabled endpoint still wants its orders to arrive, and has said where. */
    private static final String STAND_INS =
            "SELECT n.event_id, f.id, f.party, f.ordered, e.id AS fallback_of " + MATCHING
                    + "JOIN endpoint f ON f.id = e.fallback_id AND f.party = e.party AND f.status = 'ACTIVE'"
                    + " WHERE e.status IN ('PAUSED', 'DISABLED') ORDER BY f.id, n.event_id FOR SHARE OF f";

    private static final String WANTED = "SELECT n.event_id, e.id, e.party, e.ordered, NULL::uuid AS fallback_of "
            + MATCHING + "WHERE e.status = 'ACTIVE' AND e.id = ? ORDER BY n.event_id";

    private final Database database;

    Subscribers(Database database) {
        this.database = database;
    }

    /**
     * Who is to be told. The endpoints stay locked against their end until the transaction ends, so that nothing is queued
     * for one that is being deleted. One that both subscribes and stands in comes first as what it is by itself.
     */
    public List<Subscriber> of(List<Announcement> announcements) {
        List<Announcement> told =
                announcements.stream().filter(a -> !a.audience().isEmpty()).toList();
        if (told.isEmpty()) {
            return List.of();
        }
        List<Announcement> orders = told.stream().filter(Announcement::order).toList();
        return database.run(connection -> {
            List<Subscriber> subscribers = new ArrayList<>(select(connection, SUBSCRIBERS, told));
            if (!orders.isEmpty()) {
                subscribers.addAll(select(connection, STAND_INS, orders));
            }
            return subscribers;
        });
    }

    /**
     * As above, passing over endpoints that somebody else has locked: whoever asks holds one himself, and must not wait for
     * another.
     */
    public List<Subscriber> free(Announcement announcement) {
        return database.run(connection -> select(connection, SUBSCRIBERS + " SKIP LOCKED", List.of(announcement)));
    }

    /** Of some events those that one endpoint wants, and its party may know, as if they came now. */
    public List<Subscriber> wanted(UUID endpointId, List<Announcement> announcements) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(WANTED)) {
                about(announcements, select).id(endpointId);
                return subscribers(select);
            }
        });
    }

    private static List<Subscriber> select(Connection connection, String statement, List<Announcement> told)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(statement)) {
            about(told, select);
            return subscribers(select);
        }
    }

    private static Parameters about(List<Announcement> told, PreparedStatement select) throws SQLException {
        return Parameters.of(select)
                .array("uuid", told.stream().map(Announcement::eventId).toList())
                .array("text", joined(told, a -> EventTypePattern.matching(a.eventType())))
                .array("text", joined(told, Announcement::audience))
                .array("text", joined(told, a -> a.attributes().categories()))
                .array("text", joined(told, a -> a.attributes().platforms()))
                .array("text", joined(told, a -> a.attributes().regions()))
                .array(
                        "boolean",
                        told.stream().map(a -> a.attributes().urgent()).toList());
    }

    private static List<Subscriber> subscribers(PreparedStatement select) throws SQLException {
        List<Subscriber> subscribers = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                subscribers.add(new Subscriber(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getBoolean(4),
                        row.getObject(5, UUID.class)));
            }
        }
        return subscribers;
    }

    /** PostgreSQL has no ragged arrays; neither codes, parties nor patterns hold a comma. */
    private static List<String> joined(List<Announcement> told, Function<Announcement, Collection<String>> values) {
        return told.stream().map(a -> String.join(",", values.apply(a))).toList();
    }
}
