// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import id.siaga.notification.egress.Destinations;
import id.siaga.notification.egress.UnsafeDestination;
import id.siaga.notification.endpoint.NotificationRefusal.EndpointRefused;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What no member of a request shows to be wrong by itself. */
@ApplicationScoped
class CheckEndpoint {

    private static final String FALLBACK = "/fallbackEndpointId";

    /** How long a chain of fallbacks may be; a party that needs a longer one needs another receiver. */
    private static final int LONGEST_CHAIN = 5;

    /** Fallbacks of a party are changed one after the other, or two edits could close a circle together. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('fallback:' || ?, 0))";

    private static final String CHAIN = """
            WITH RECURSIVE chain (id, fallback_id, depth) AS (
                SELECT id, fallback_id, 1 FROM endpoint WHERE id = ? AND party = ? AND status <> 'DELETED'
                UNION ALL
                SELECT e.id, e.fallback_id, c.depth + 1 FROM chain c JOIN endpoint e ON e.id = c.fallback_id
                WHERE c.depth < ?)
            SELECT id FROM chain ORDER BY depth""";

    private final Destinations destinations;
    private final Database database;

    CheckEndpoint(Destinations destinations, Database database) {
        this.destinations = destinations;
        this.database = database;
    }

    /** Refuses a URL that must not be called. */
    void url(String pointer, String url) {
        try {
            destinations.vet(url);
        } catch (UnsafeDestination unsafe) {
            throw new EndpointRefused(pointer, unsafe.reason());
        }
    }

    /** Refuses a fallback that is not the party's, leads back to the endpoint itself, or is too far down a chain. */
    void fallback(UUID endpointId, String party, @Nullable UUID fallbackId) {
        if (fallbackId == null) {
            return;
        }
        database.run(connection -> {
            try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
                Parameters.of(lock).text(party);
                lock.execute();
            }
            try (PreparedStatement select = connection.prepareStatement(CHAIN)) {
                Parameters.of(select).id(fallbackId).text(party).number(LONGEST_CHAIN);
                int length = 0;
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        length++;
                        if (endpointId.equals(row.getObject(1, UUID.class))) {
                            throw new EndpointRefused(FALLBACK, "leads back to this endpoint");
                        }
                    }
                }
                if (length == 0) {
                    throw new EndpointRefused(FALLBACK, "is not an endpoint of the party");
                }
                if (length == LONGEST_CHAIN) {
                    throw new EndpointRefused(FALLBACK, "is the beginning of a chain that is too long");
                }
                return length;
            }
        });
    }
}
