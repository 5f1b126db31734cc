// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import static id.siaga.notification.recovery.Commands.pause;
import static id.siaga.notification.recovery.Commands.queued;
import static id.siaga.notification.recovery.Commands.resume;
import static id.siaga.notification.recovery.Commands.start;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was abandoned or cancelled is sent again, all that there is of a time. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class RecoveryTest {

    private static final Reply IN_AN_HOUR = Reply.status(503).with("Retry-After", "3600");

    private final Rows rows;
    private final MissedEvents missed;

    RecoveryTest(Rows rows) {
        this.rows = rows;
        this.missed = new MissedEvents(rows);
    }

    @AfterEach
    void unregister() {
        missed.close();
    }

    @Test
    void whatFailedIsSentAgainInOrderAndWhatArrivedIsLeftAlone() {
        // Given
        RegisteredParty mafindo = missed.register();
        String arrived = EventFixture.aReportStatus().toldTo("mafindo").send();
        mafindo.awaitDelivery(arrived, "SUCCEEDED");
        List<List<String>> failed = missed.by(mafindo, 9, 3);

        // When
        int queued = queued(mafindo, "recovery", Map.of("since", missed.since()));

        // Then
        assertEquals(27, queued);
        Map<String, List<String>> got = missed.received(27);
        failed.forEach(ofSubject -> {
            List<String> order = got.values().stream()
                    .filter(ids -> ids.contains(ofSubject.getFirst()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(ofSubject, order);
        });
        assertEquals(1, missed.sink().received(arrived).size());
        assertEquals(List.of(), rows.astray());
        assertEquals(0, queued(mafindo, "recovery", Map.of("since", missed.since())), "there is nothing left");
    }

    @Test
    void onlyWhatEndedInThatTimeAndOfThoseTypes() {
        // Given
        RegisteredParty mafindo = missed.register();
        List<String> failed =
                missed.by(mafindo, 3, 1).stream().map(List::getFirst).toList();
        ended(failed.get(0), "1 hour");
        ended(failed.get(1), "3 hours");

        // When
        int none = queued(mafindo, "recovery", Map.of("since", ago(4), "types", List.of("order.*")));
        int some = queued(
                mafindo,
                "recovery",
                Map.of("since", ago(4), "until", ago(2), "types", List.of("report.*", "order.issued")));

        // Then
        assertEquals(0, none);
        assertEquals(1, some);
        mafindo.awaitDelivery(failed.get(1), "SUCCEEDED");
        assertEquals("CANCELLED", mafindo.deliveries(failed.get(0)).getFirst().get("status"));
        assertEquals("CANCELLED", mafindo.deliveries(failed.get(2)).getFirst().get("status"));
    }

    @Test
    void whatAFallbackHasTakenIsLeftAloneUntilItIsAskedForByItself() {
        // Given
        missed.sink().answering(request -> request.path().equals("/fallback") ? Reply.status(204) : IN_AN_HOUR);
        RegisteredParty fallback = missed.register("/fallback", Map.of("eventTypes", List.of("case.split")));
        RegisteredParty google =
                missed.register("/", Map.of("eventTypes", List.of("*"), "fallbackEndpointId", fallback.endpointId()));
        EventFixture order = EventFixture.anOrder();
        google.awaitAttempts(order.send(), 1);
        pause(google);
        fallback.awaitDelivery(order.id(), "SUCCEEDED");
        resume(google);
        missed.sink().answering(request -> Reply.status(204));

        // When
        int queued = queued(google, "recovery", Map.of("since", missed.since()));

        // Then
        assertEquals(0, queued);
        Map<String, Object> cancelled = google.awaitDelivery(order.id(), "CANCELLED");
        Commands.resend(google, Commands.id(cancelled)).statusCode(202);
        google.awaitDelivery(order.id(), "SUCCEEDED");
        assertEquals(1, fallback.deliveries(order.id()).size());
    }

    @Test
    void aTimeThatCannotBeIsRefused() {
        // Given
        RegisteredParty mafindo = missed.register();

        // When, Then
        start(mafindo, "recovery", Map.of("since", ago(-1)))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/since"));
        start(mafindo, "recovery", Map.of("since", ago(1), "until", ago(2))).statusCode(400);
        start(mafindo, "recovery", Map.of("until", ago(2))).statusCode(400);
        start(mafindo, "replay", Map.of("since", ago(1), "types", List.of("order")))
                .statusCode(400);
    }

    private void ended(String eventId, String ago) {
        rows.update("UPDATE delivery SET finished_at = now() - ?::interval WHERE event_id = ?::uuid", ago, eventId);
    }

    private static String ago(int hours) {
        return Clock.systemUTC().instant().minus(Duration.ofHours(hours)).toString();
    }
}
