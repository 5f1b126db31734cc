// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import static id.siaga.notification.RegisteredParty.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Reply;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random commands of several callers at once, against receivers that answer as they like: at no moment does a delivery wait
 * without a lane, or a lane stand without a delivery that waits, and in the end nothing is left over.
 */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class LanesModelTest {

    private static final int CALLERS = 4;
    private static final int COMMANDS = 40;
    private static final List<String> PARTIES = List.of("mafindo", "cekfakta");

    private enum Command {
        SEND,
        SEND_AGAIN,
        RESEND,
        RESEND_ANOTHER,
        CANCEL,
        CANCEL_ANOTHER,
        RECOVER,
        REPLAY,
        PAUSE,
        RESUME,
        DELETE
    }

    private final WebhookSink sink = new WebhookSink();
    private final CountDownLatch never = new CountDownLatch(1);
    private final Map<String, RegisteredParty> endpoints = new ConcurrentHashMap<>();
    private final List<String> subjects =
            IntStream.range(0, 6).mapToObj(n -> UUID.randomUUID().toString()).toList();
    private final AtomicInteger sequence = new AtomicInteger();
    private final Instant begin = Clock.systemUTC().instant();
    private final Rows rows;

    LanesModelTest(Rows rows) {
        this.rows = rows;
    }

    @AfterEach
    void close() {
        sink.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noDeliveryWaitsWithoutALaneAndNoLaneWithoutADelivery(long seed) {
        // Given
        Random answers = new Random(seed);
        sink.answering(request -> answer(answers.nextInt(20)));
        PARTIES.forEach(this::register);

        // When
        CompletableFuture<?>[] callers = IntStream.range(0, CALLERS)
                .mapToObj(n ->
                        CompletableFuture.runAsync(() -> call(new Random(seed * 100 + n)), Thread::startVirtualThread))
                .toArray(CompletableFuture[]::new);
        CompletableFuture<Void> all = CompletableFuture.allOf(callers);
        while (!all.isDone()) {
            assertEquals(List.of(), rows.astray(), "seed " + seed);
        }
        all.join();

        // Then
        endpoints.values().forEach(RegisteredParty::delete);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> left().isEmpty());
        assertEquals(List.of(), rows.astray(), "seed " + seed);
    }

    private void call(Random random) {
        for (int i = 0; i < COMMANDS; i++) {
            Command command = Command.values()[random.nextInt(Command.values().length)];
            String party = PARTIES.get(random.nextInt(PARTIES.size()));
            RegisteredParty endpoint = Objects.requireNonNull(endpoints.get(party));
            int status =
                    switch (command) {
                        case SEND, SEND_AGAIN -> send(party, random);
                        case RESEND, RESEND_ANOTHER -> one(endpoint, "resend", random);
                        case CANCEL, CANCEL_ANOTHER -> one(endpoint, "cancellation", random);
                        case RECOVER -> many(endpoint, "recovery");
                        case REPLAY -> many(endpoint, "replay");
                        case PAUSE -> post(endpoint, "/pause");
                        case RESUME -> post(endpoint, "/resumption");
                        case DELETE -> replace(endpoint, random);
                    };
            assertTrue(status < 500, () -> command + " was answered " + status);
        }
    }

    private int send(String party, Random random) {
        EventFixture.aReportStatus()
                .toldTo(party)
                .about(subjects.get(random.nextInt(subjects.size())))
                .numbered(sequence.incrementAndGet())
                .send();
        return 202;
    }

    private static int one(RegisteredParty endpoint, String command, Random random) {
        List<String> ids = as(endpoint.party(), endpoint.role())
                .get("/v1/endpoints/" + endpoint.endpointId() + "/deliveries?limit=50")
                .path("deliveries.id");
        return ids == null || ids.isEmpty()
                ? 404
                : post(endpoint, "/deliveries/" + ids.get(random.nextInt(ids.size())) + "/" + command);
    }

    private int many(RegisteredParty endpoint, String what) {
        return Commands.start(endpoint, what, Map.of("since", begin.toString()))
                .extract()
                .statusCode();
    }

    private static int post(RegisteredParty endpoint, String path) {
        return as(endpoint.party(), endpoint.role())
                .post("/v1/endpoints/" + endpoint.endpointId() + path)
                .statusCode();
    }

    /** Not often: most of what is asked for is to be of an endpoint that is there. */
    private int replace(RegisteredParty endpoint, Random random) {
        if (random.nextInt(4) > 0) {
            return 204;
        }
        int status = as(endpoint.party(), endpoint.role())
                .delete("/v1/endpoints/" + endpoint.endpointId())
                .statusCode();
        if (status == 204) {
            register(endpoint.party());
        }
        return status;
    }

    private void register(String party) {
        RegisteredParty registered = RegisteredParty.registerUnverified(party, "reporter", sink.url("/"), "*");
        // It may have said that it is gone before anybody has looked.
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> !"UNVERIFIED"
                .equals(registered.endpoint().getString("status")));
        endpoints.put(party, registered);
    }

    private Reply answer(int chance) {
        return switch (chance) {
            case 0, 1, 2, 3 -> Reply.status(500);
            case 4, 5 -> Reply.status(503).with("Retry-After", "3600");
            case 6, 7, 8 -> late();
            case 9 -> Reply.status(410);
            default -> Reply.status(204);
        };
    }

    private Reply late() {
        try {
            never.await(200, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Reply.status(204);
    }

    /** Lanes and deliveries of this test's subjects. */
    private List<String> left() {
        List<String> left = new ArrayList<>();
        for (String subject : subjects) {
            left.addAll(rows.texts("SELECT subject FROM lane WHERE subject = ?", subject));
            left.addAll(rows.texts("SELECT subject FROM delivery WHERE subject = ? AND status = 'PENDING'", subject));
        }
        return left;
    }
}
