// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.siaga.localstack.client.FakeSuite.Result;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiTest {
    @TempDir
    private Path folder;

    private FakeSuite fake;
    private Receipts receipts;
    private Api api;
    private Identity komdigi;

    @BeforeEach
    void start() throws Exception {
        fake = new FakeSuite();
        receipts = new Receipts(folder.resolve("receipts.ndjson"));
        api = new Api(
                fake.suite(), receipts, new Backoff(4, Duration.ofMillis(1), Duration.ofMillis(2)), Clock.systemUTC());
        komdigi = fake.suite().identity("komdigi");
    }

    @AfterEach
    void stop() {
        receipts.close();
        fake.close();
    }

    @Test
    void aTokenIsAskedForOncePerService() {
        // Given
        fake.on("GET /v1/reports", r -> new Result(200, "{}"));

        // When
        api.send(komdigi, Call.get(Service.INTAKE, "/v1/reports"));
        api.send(komdigi, Call.get(Service.INTAKE, "/v1/reports"));
        api.send(komdigi, Call.get(Service.TRIAGE, "/v1/reports"));

        // Then
        assertEquals(2, fake.tokensGiven());
        assertEquals("Bearer t1", fake.requests().get(1).authorization());
    }

    @Test
    void aTokenThatIsNoLongerTakenIsReplacedOnce() {
        // Given
        fake.on(
                "GET /v1/reports",
                r -> r.authorization().equals("Bearer t1") ? new Result(401, "{}") : new Result(200, "{}"));

        // When
        Answer answer = api.send(komdigi, Call.get(Service.INTAKE, "/v1/reports"));

        // Then
        assertEquals(200, answer.status());
        assertEquals(2, fake.tokensGiven());
    }

    @Test
    void aServiceThatIsAwayForAWhileCostsNothingButTime() {
        // Given
        AtomicInteger calls = new AtomicInteger();
        fake.on(
                "POST /v1/reports",
                r -> calls.incrementAndGet() < 3 ? new Result(503, "") : new Result(201, "{\"id\":\"r-1\"}"));

        // When
        Answer answer = api.send(
                komdigi,
                Call.post(Service.INTAKE, "/v1/reports", Json.object())
                        .once("key-1")
                        .saying("reports"));

        // Then
        assertEquals(201, answer.status());
        assertEquals(
                List.of("key-1", "key-1", "key-1"),
                fake.requests().stream().map(FakeSuite.Request::idempotencyKey).toList());
        Receipt receipt =
                Receipt.of(DurableLines.read(folder.resolve("receipts.ndjson")).getLast());
        assertEquals("r-1", receipt.id());
        assertEquals(3, receipt.tries());
        assertEquals("reports", receipt.saying());
    }

    @Test
    void patienceIsBoundedAndTheReceiptSaysThatNoAnswerCame() {
        // Given
        fake.close();

        // When
        assertThrows(Api.Unreachable.class, () -> api.send(komdigi, Call.get(Service.INTAKE, "/v1/reports")));

        // Then
        Receipt receipt =
                Receipt.of(DurableLines.read(folder.resolve("receipts.ndjson")).getLast());
        assertEquals(0, receipt.status());
        assertEquals(4, receipt.tries());
    }

    @Test
    void aRefusalIsTakenAtOnceAndKeptInTheServicesWords() {
        // Given
        fake.on("POST /v1/reports", r -> new Result(400, """
                        {"title":"Invalid request","errors":[{"pointer":"/category","detail":"is not known"}]}"""));

        // When
        Answer answer = api.send(komdigi, Call.post(Service.INTAKE, "/v1/reports", Json.object()));

        // Then
        assertEquals("Invalid request; /category is not known", answer.problem());
        assertEquals(1, fake.requests().size());
        Answer.Refused refused = assertThrows(Answer.Refused.class, answer::orThrow);
        assertEquals(400, refused.status());
    }
}
