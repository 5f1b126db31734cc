// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Tells again which orders have reached their platforms' endpoints, and when; within the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RestateReceipts {

    /** The first receipt of each, told once more as if it had not been. */
    private static final String RECEIPTS = """
            SELECT DISTINCT ON (d.subject) d.id, d.event_id, d.event_type, d.subject, e.correlation_id, d.endpoint_id, d.party,
                   d.attempts, d.last_error, false AS received, coalesce(d.received_at, d.finished_at) AS at
            FROM delivery d JOIN event e ON e.id = d.event_id
            WHERE d.event_type = 'id.siaga.order.issued.v1' AND d.status = 'SUCCEEDED' AND d.subject COLLATE "C" = ANY (?::text[])
            ORDER BY d.subject, at""";

    private final Database database;
    private final DeliveryEvents events;

    RestateReceipts(Database database, DeliveryEvents events) {
        this.database = database;
        this.events = events;
    }

    /** Returns how many of the orders have been received. */
    public int restate(Collection<UUID> orders) {
        List<DeliveryEvents.Receipt> receipts = database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(RECEIPTS)) {
                Parameters.of(select)
                        .array("text", orders.stream().map(UUID::toString).toList());
                List<DeliveryEvents.Receipt> found = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(
                                new DeliveryEvents.Receipt(DeliveryFacts.of(row), Parameters.requiredTime(row, "at")));
                    }
                }
                return found;
            }
        });
        events.receivedAgain(receipts);
        return receipts.size();
    }
}
