// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import static id.siaga.notification.recovery.Commands.queued;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.delivery.AbandonOverdue;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Information that waits behind a breaker which stays open. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class OverdueTest {

    private final WebhookSink sink = new WebhookSink();
    private final Instant begin = Clock.systemUTC().instant();
    private final Rows rows;
    private final AbandonOverdue overdue;
    private RegisteredParty mafindo;

    OverdueTest(Rows rows, AbandonOverdue overdue) {
        this.rows = rows;
        this.overdue = overdue;
    }

    @BeforeEach
    void openTheBreaker() {
        mafindo = RegisteredParty.register("mafindo", "reporter", sink.url("/"), "*");
        rows.update("""
                INSERT INTO endpoint_trouble (endpoint_id, failures, failing_since, opened_at, probe_at)
                VALUES (?::uuid, 10, now(), now(), now() + interval '1 hour')""", mafindo.endpointId());
    }

    @AfterEach
    void unregister() {
        mafindo.delete();
        sink.close();
    }

    @Test
    void itIsAbandonedWithItsTimeAndCanBeRecovered() {
        // Given
        EventFixture head = status();
        EventFixture behind = EventFixture.aReportStatus()
                .toldTo("mafindo")
                .about(head.subject())
                .numbered(2);
        EventFixture alone = status();
        EventFixture again = status();
        List.of(head, behind, alone, again).forEach(this::queue);
        rows.update("UPDATE delivery SET resumed_at = now() WHERE event_id = ?::uuid", again.id());
        List.of(head, alone, again).forEach(this::age);

        // When
        overdue.abandon();

        // Then
        Map<String, Object> ended = mafindo.awaitDelivery(head.id(), "ABANDONED");
        assertEquals("its three days were over while the endpoint's breaker was open", ended.get("lastError"));
        mafindo.awaitDelivery(alone.id(), "ABANDONED");
        assertEquals("PENDING", mafindo.deliveries(behind.id()).getFirst().get("status"));
        assertEquals("PENDING", mafindo.deliveries(again.id()).getFirst().get("status"));
        assertEquals(List.of(), rows.astray());
        assertEquals(List.of(), sink.received());
        // And
        rows.update("DELETE FROM endpoint_trouble WHERE endpoint_id = ?::uuid", mafindo.endpointId());
        assertEquals(2, queued(mafindo, "recovery", Map.of("since", begin.toString())));
        List.of(head, behind, alone, again).forEach(event -> mafindo.awaitDelivery(event.id(), "SUCCEEDED"));
    }

    @Test
    void whatIsInFlightIsLeftToWhoeverTriesIt() {
        // Given
        EventFixture probe = status();
        queue(probe);
        rows.update("""
                UPDATE lane SET lease = gen_random_uuid(), due_at = now() + interval '1 minute'
                WHERE endpoint_id = ?::uuid""", mafindo.endpointId());
        age(probe);

        // When
        overdue.abandon();

        // Then
        assertEquals("PENDING", mafindo.deliveries(probe.id()).getFirst().get("status"));
    }

    @Test
    void whereTheBreakerIsClosedItIsTriedOnceMore() {
        // Given
        EventFixture last = status();
        queue(last);
        rows.update("""
                WITH closed AS (DELETE FROM endpoint_trouble WHERE endpoint_id = ?::uuid)
                UPDATE delivery SET created_at = created_at - interval '3 days' WHERE event_id = ?::uuid""", mafindo.endpointId(), last.id());

        // When
        overdue.abandon();

        // Then
        mafindo.awaitDelivery(last.id(), "SUCCEEDED");
    }

    private static EventFixture status() {
        return EventFixture.aReportStatus().toldTo("mafindo");
    }

    private void queue(EventFixture event) {
        event.send();
        mafindo.awaitDelivery(event.id(), "PENDING");
    }

    private void age(EventFixture event) {
        rows.update(
                "UPDATE delivery SET created_at = created_at - interval '3 days' WHERE event_id = ?::uuid", event.id());
    }
}
