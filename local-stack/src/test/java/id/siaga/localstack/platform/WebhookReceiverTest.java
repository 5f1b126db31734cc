// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.platform.LedgerLine.Outcome;
import id.siaga.localstack.platform.conduct.Cast;
import id.siaga.localstack.platform.conduct.Pace;
import id.siaga.localstack.platform.conduct.Persona;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookReceiverTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String EVENT = """
            {"specversion":"1.0","id":"e-1","type":"id.siaga.order.issued.v1","subject":"o-1","sequence":"1","data":{}}""";

    @TempDir
    private Path folder;

    private Path file;
    private WebhookLedger ledger;
    private final List<String> worked = new ArrayList<>();

    @BeforeEach
    void open() {
        file = folder.resolve("ledger.ndjson");
        ledger = new WebhookLedger(file);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aSignedEventIsInTheLedgerAndActedOnBeforeItIsConfirmed() throws Exception {
        // When
        int status = receiver(0).receive(Persona.GOOGLE, signed("e-1", SECRET, Instant.now()), bytes(EVENT));

        // Then
        assertEquals(204, status);
        assertEquals(List.of("o-1"), worked);
        LedgerLine line = WebhookLedger.read(file).getFirst();
        assertEquals("google", line.party());
        assertEquals("order.issued", line.event());
        assertEquals("1", line.sequence());
        assertEquals(Outcome.TAKEN, line.outcome());
        assertTrue(line.verified());
    }

    @Test
    void aWrongSignatureIsRefusedKeptAndNotActedOn() throws Exception {
        // When
        int status = receiver(0)
                .receive(
                        Persona.GOOGLE,
                        signed("e-1", "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD", Instant.now()),
                        bytes(EVENT));

        // Then
        assertEquals(401, status);
        assertEquals(List.of(), worked);
        assertFalse(WebhookLedger.read(file).getFirst().verified());
    }

    @Test
    void aBodyChangedOnTheWayIsRefused() throws Exception {
        // When
        int status = receiver(0)
                .receive(Persona.GOOGLE, signed("e-1", SECRET, Instant.now()), bytes(EVENT.replace("o-1", "o-2")));

        // Then
        assertEquals(401, status);
    }

    @Test
    void aStaleTimestampIsRefusedHoweverWellItIsSigned() throws Exception {
        // When
        int status = receiver(0)
                .receive(
                        Persona.GOOGLE,
                        signed("e-1", SECRET, Instant.now().minus(Duration.ofMinutes(6))),
                        bytes(EVENT));

        // Then
        assertEquals(401, status);
        assertEquals(Outcome.UNVERIFIED, WebhookLedger.read(file).getFirst().outcome());
    }

    @Test
    void missingHeadersAreNotVerified() throws Exception {
        // When
        int status = receiver(0).receive(Persona.GOOGLE, Map.of(), bytes(EVENT));

        // Then
        assertEquals(401, status);
    }

    @Test
    void aRepeatedEventIsConfirmedAndKeptButNeverActedOnTwice() throws Exception {
        // Given
        receiver(0).receive(Persona.GOOGLE, signed("e-1", SECRET, Instant.now()), bytes(EVENT));

        // When
        int status = receiver(0).receive(Persona.GOOGLE, signed("e-1", SECRET, Instant.now()), bytes(EVENT));

        // Then
        assertEquals(204, status);
        assertEquals(List.of("o-1"), worked);
        LedgerLine second = WebhookLedger.read(file).getLast();
        assertEquals(Outcome.REPEATED, second.outcome());
        assertEquals(2, second.attempt());
    }

    @Test
    void aRestartRemembersWhatWasTaken() throws Exception {
        // Given
        receiver(0).receive(Persona.GOOGLE, signed("e-1", SECRET, Instant.now()), bytes(EVENT));
        ledger.close();

        // When
        ledger = new WebhookLedger(file);
        receiver(0).receive(Persona.GOOGLE, signed("e-1", SECRET, Instant.now()), bytes(EVENT));

        // Then
        assertEquals(List.of("o-1"), worked);
        assertTrue(ledger.knowsOrder("o-1"));
    }

    @Test
    void theSameEventIsNewToAnotherParty() throws Exception {
        // Given
        receiver(0).receive(Persona.GOOGLE, signed("e-1", SECRET, Instant.now()), bytes(EVENT));

        // When
        receiver(0).receive(Persona.META, signed("e-1", SECRET, Instant.now()), bytes(EVENT));

        // Then
        assertEquals(Outcome.TAKEN, WebhookLedger.read(file).getLast().outcome());
    }

    @Test
    void aFailureOnPurposeIsAnsweredWith503AndIsInTheLedger() throws Exception {
        // When
        int status = receiver(1).receive(Persona.GOOGLE, signed("e-1", SECRET, Instant.now()), bytes(EVENT));

        // Then
        assertEquals(503, status);
        Outcome outcome = WebhookLedger.read(file).getFirst().outcome();
        assertEquals(outcome == Outcome.TAKEN_UNCONFIRMED ? List.of("o-1") : List.of(), worked);
        assertTrue(outcome == Outcome.TAKEN_UNCONFIRMED || outcome == Outcome.TURNED_AWAY);
    }

    @Test
    void somethingSignedThatIsNoEventIsUnreadable() throws Exception {
        // Given
        String body = "[]";
        long now = Instant.now().getEpochSecond();
        Map<String, List<String>> headers = headers("e-9", now, new Webhook(SECRET).sign("e-9", now, body));

        // When
        int status = receiver(0).receive(Persona.GOOGLE, headers, bytes(body));

        // Then
        assertEquals(400, status);
    }

    @Test
    void aFailingPartyFailsMostCallsButEachOrderAtMostTwice() throws Exception {
        // Given
        List<Integer> statuses = new ArrayList<>();
        WebhookReceiver receiver = receiver(0);

        // When
        for (int event = 0; event < 30; event++) {
            for (int attempt = 0; attempt < 3; attempt++) {
                statuses.add(
                        receiver.receive(Persona.TELEGRAM, signed("e-" + event, SECRET, Instant.now()), bytes(EVENT)));
            }
        }

        // Then
        List<LedgerLine> ledger = WebhookLedger.read(file);
        assertTrue(statuses.contains(503) && statuses.contains(WebhookReceiver.NO_ANSWER));
        assertTrue(ledger.stream()
                        .filter(line -> line.attempt() < 3)
                        .filter(line -> line.outcome().failedOnPurpose())
                        .count()
                > 30);
        assertTrue(ledger.stream().filter(line -> line.attempt() == 3).noneMatch(line -> line.outcome()
                .failedOnPurpose()));
        assertEquals(30, ledger.stream().filter(line -> line.outcome().acted()).count());
    }

    private WebhookReceiver receiver(double failureRate) {
        return new WebhookReceiver(
                persona -> SECRET,
                ledger,
                new Misfortune(failureRate, 1),
                (persona, event) -> worked.add(Json.textOrNull(event, "subject")),
                Cast.IN_CHARACTER,
                new Pace(Cast.IN_CHARACTER, 1),
                Clock.systemUTC());
    }

    private static Map<String, List<String>> signed(String id, String secret, Instant at) throws Exception {
        long seconds = at.getEpochSecond();
        return headers(id, seconds, new Webhook(secret).sign(id, seconds, EVENT));
    }

    private static Map<String, List<String>> headers(String id, long seconds, String signature) {
        return Map.of(
                "webhook-id", List.of(id),
                "webhook-timestamp", List.of(Long.toString(seconds)),
                "webhook-signature", List.of(signature));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
