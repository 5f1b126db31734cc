// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a transaction leaves the events it causes. They are published if and only if it commits, at least once, and for
 * each key in the order of appending.
 *
 * <p>Order is kept for transactions that append about a subject while they hold its row lock, or that fail on its
 * version when another was faster.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Outbox {

    private final DataSource database;
    private final OutboxRelay relay;
    private final EventTraces traces;
    private final String service;

    Outbox(
            DataSource database,
            OutboxRelay relay,
            EventTraces traces,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.relay = relay;
        this.traces = traces;
        this.service = service;
    }

    /** Appends one event to the caller's transaction, without which it fails. */
    public void append(OutgoingEvent event) {
        append(List.of(event));
    }

    /** Appends events, in this order, to the caller's transaction, without which it fails. */
    public void append(List<OutgoingEvent> events) {
        store(events.stream()
                .map(event -> OutboxRow.of(service, event, traces.of(event)))
                .toList());
    }

    void store(List<OutboxRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            OutboxTable.append(connection, rows);
        } catch (SQLException e) {
            throw new OutboxUnavailable(e);
        }
        relay.wakeAfterCommit();
    }
}
