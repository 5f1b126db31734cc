// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.messaging.Uuid7;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Reply;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rehearsals of receivers that are right, wrong, and away. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class RehearsalTest {

    private final Rehearsals rehearsals;
    private final WebhookSink sink = new WebhookSink();

    RehearsalTest(Rehearsals rehearsals) {
        this.rehearsals = rehearsals;
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @Test
    void aReceiverThatIsRightDoesEverythingRight() {
        // Given
        RegisteredParty google = register();
        Receiver receiver = new Receiver(google.secret());
        sink.answering(receiver::take);
        // When
        JsonPath rehearsal = rehearse(google);
        // Then
        assertEquals("FINISHED", rehearsal.getString("status"));
        assertEquals(List.of(), rehearsal.getList("steps.findAll { it.verdict != 'RIGHT' }"));
        assertEquals(9, rehearsal.getList("steps").size());
        assertEquals(9, sink.received().size());
        // An order, the one under two signatures, and nothing of what was repeated or forged.
        assertEquals(2, receiver.orders());
        assertEquals(1, receiver.withdrawn());
    }

    @Test
    void aRehearsalStandsInNoLogOfDeliveries() {
        // Given
        RegisteredParty google = register();
        // When
        rehearse(google);
        // Then
        assertEquals(List.of(), google.get("/attempts").getList("attempts"));
        assertEquals(List.of(), google.get("/deliveries").getList("deliveries"));
    }

    @Test
    void whoTakesEverythingTakesForgeries() {
        // Given
        RegisteredParty google = register();
        // When
        JsonPath rehearsal = rehearse(google);
        // Then
        assertEquals(
                List.of("BAD_SIGNATURE", "ALTERED_BODY", "OUT_OF_DATE"),
                rehearsal.getList("steps.findAll { it.verdict == 'WRONG' }.kind"));
        assertEquals(3, rehearsal.getList("steps.findAll { it.advice != null }").size());
    }

    @Test
    void whoRefusesTooMuchIsToldWhat() {
        // Given
        RegisteredParty google = register();
        Receiver receiver = new Receiver(google.secret());
        sink.answering(receiver::takeStrictly);
        // When
        JsonPath rehearsal = rehearse(google);
        // Then
        assertEquals(
                List.of(
                        "ORDER:RIGHT",
                        "DUPLICATE:WRONG",
                        "BAD_SIGNATURE:WRONG",
                        "ALTERED_BODY:WRONG",
                        "OUT_OF_DATE:WRONG",
                        "UNKNOWN_TYPE:WRONG",
                        "SEVERAL_SIGNATURES:WRONG",
                        "WITHDRAWAL:RIGHT",
                        "SLOW_RETRY:WRONG"),
                rehearsal.getList("steps.collect { it.kind + ':' + it.verdict }"));
        assertEquals("ACTIVE", google.endpoint().getString("status"), "a rehearsed 410 disables nothing");
    }

    @Test
    void whatIsNotAnsweredIsSaidToBe() {
        // Given
        RegisteredParty google = register();
        sink.close();
        // When
        JsonPath rehearsal = rehearse(google);
        // Then
        assertEquals("FINISHED", rehearsal.getString("status"));
        assertEquals(
                List.of("the connection was refused"),
                rehearsal.getList("steps.error").stream().distinct().toList());
        assertEquals(
                6, rehearsal.getList("steps.findAll { it.verdict == 'WRONG' }").size());
    }

    @Test
    void oneRehearsalOfAnEndpointRunsAtATime() {
        // Given
        RegisteredParty google = register();
        sink.answering(Reply.HANG);
        String running = post(google).statusCode(201).extract().path("id");
        // When
        post(google).statusCode(409);
        // Then
        assertEquals("RUNNING", read(google, running).getString("status"));
    }

    @Test
    void aRehearsalEndsWithItsEndpoint() {
        // Given
        RegisteredParty google = register();
        UUID endpoint = UUID.fromString(google.endpointId());
        sink.answering(request -> {
            google.delete();
            return Reply.status(204);
        });
        // When
        String id = post(google).statusCode(201).extract().path("id");
        // Then
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> transactional(() -> rehearsals.find(endpoint, UUID.fromString(id)))
                                .orElseThrow()
                                .status(),
                        RehearsalStatus.ABORTED::equals);
        assertEquals(1, sink.received().size());
    }

    @Test
    void onlyItsPartyRehearsesAnEndpointAndOnlyAVerifiedOne() {
        // Given
        RegisteredParty google = register();
        RegisteredParty meta = new RegisteredParty("meta", "platform", google.endpointId(), "");
        RegisteredParty unverified =
                RegisteredParty.registerUnverified("google", "platform", "http://127.0.0.1:1/", "desk.unstaffed");
        // When
        String id = post(google).statusCode(201).extract().path("id");
        // Then
        post(meta).statusCode(404);
        RegisteredParty.as("meta", "platform")
                .get(path(google) + "/" + id)
                .then()
                .statusCode(404);
        RegisteredParty.as("google", "platform")
                .get(path(unverified) + "/" + id)
                .then()
                .statusCode(404);
        post(unverified).statusCode(409);
    }

    @Test
    void aPausedEndpointCanBeRehearsed() {
        // Given
        RegisteredParty google = register();
        RegisteredParty.as("google", "platform")
                .post("/v1/endpoints/" + google.endpointId() + "/pause")
                .then()
                .statusCode(200);
        // When, Then
        assertEquals("FINISHED", rehearse(google).getString("status"));
    }

    @Test
    void aStepWhosePlayerDiedIsPlayedAgainUnderTheSameIdAndItsFirstResultCounts() {
        // Given
        Instant later = Clock.systemUTC().instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MICROS);
        List<Step> steps = steps(register(), later);
        StepResult result = new StepResult(later, 5, 204, null, "");
        // When
        assertTrue(transactional(() -> rehearsals.start(steps, later)));
        List<Step> first = claim(later, later.plusSeconds(20));
        List<Step> meanwhile = claim(later.plusSeconds(19), later.plusSeconds(39));
        List<Step> afterwards = claim(later.plusSeconds(20), later.plusSeconds(40));
        // Then
        assertEquals(steps.subList(0, 1), first);
        assertEquals(List.of(), meanwhile);
        assertEquals(first, afterwards);
        assertTrue(transactional(() -> rehearsals.record(first.getFirst(), result, later, later)));
        assertFalse(transactional(() -> rehearsals.record(first.getFirst(), result, later, later)));
        assertEquals(steps.subList(1, 2), claim(later, later.plusSeconds(20)));
        QuarkusTransaction.requiringNew()
                .run(() -> rehearsals.abort(steps.getFirst().rehearsalId(), later));
    }

    private static List<Step> steps(RegisteredParty party, Instant startedAt) {
        UUID id = Uuid7.at(startedAt);
        UUID endpoint = UUID.fromString(party.endpointId());
        UUID event = Uuid7.at(startedAt);
        UUID order = Uuid7.at(startedAt);
        return List.of(
                new Step(id, endpoint, party.party(), 1, StepKind.ORDER, event, order, startedAt),
                new Step(id, endpoint, party.party(), 2, StepKind.DUPLICATE, event, order, startedAt));
    }

    /** Those of this test: others may be due by then. */
    private List<Step> claim(Instant now, Instant leaseEnd) {
        return transactional(() -> rehearsals.claim(now, leaseEnd, 100)).stream()
                .filter(step -> step.startedAt().isAfter(Clock.systemUTC().instant()))
                .toList();
    }

    private static <T> T transactional(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }

    private RegisteredParty register() {
        return RegisteredParty.register("google", "platform", sink.url("/"), "desk.unstaffed");
    }

    private static String path(RegisteredParty party) {
        return "/v1/endpoints/" + party.endpointId() + "/rehearsals";
    }

    private static ValidatableResponse post(RegisteredParty party) {
        return RegisteredParty.as(party.party(), party.role())
                .header("Idempotency-Key", UUID.randomUUID())
                .post(path(party))
                .then();
    }

    private static JsonPath read(RegisteredParty party, String id) {
        return RegisteredParty.as(party.party(), party.role())
                .get(path(party) + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Plays it to its end. */
    private static JsonPath rehearse(RegisteredParty party) {
        String id = post(party).statusCode(201).extract().path("id");
        return Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> read(party, id), read -> !"RUNNING"
                .equals(read.getString("status")));
    }
}
