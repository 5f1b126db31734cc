// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * People and machines at work for as long as it is open: reporters who report, a desk that decides what is new, a party that
 * waits for its events. A call that got no answer is repeated at once; whatever answer is not a good one is a failure.
 */
final class Traffic implements AutoCloseable {

    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(400);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int REPORTS_OF_EACH_CONTENT = 2;
    private static final int WAIT_SECONDS = 5;
    private static final int MOST_TRIES = 5;

    /** The reporter who waits for its events besides having them sent. */
    private static final String PULLER = "mafindo";

    private final Api api;
    private final DutyDesk desk;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, String> accepted = new ConcurrentHashMap<>();
    private final Set<String> orders = ConcurrentHashMap.newKeySet();
    private final Set<String> pulled = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger cutOff = new AtomicInteger();
    private volatile boolean over;

    /** @param api one that tries once */
    Traffic(Api api) {
        this.api = api;
        this.desk = new DutyDesk(api);
    }

    void begin() {
        work(this::report);
        work(this::decide);
        work(this::pull);
    }

    /** Reports that were answered with 201. */
    Set<String> accepted() {
        return accepted.keySet();
    }

    /** Those of them of which the puller is to be told. */
    Set<String> ofPuller() {
        return accepted.entrySet().stream()
                .filter(report -> report.getValue().equals(PULLER))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Orders that approvals have issued. */
    Set<String> orders() {
        return orders;
    }

    /** What the puller was told of. */
    Set<String> pulled() {
        return pulled;
    }

    /** Answers that nobody should have got, and calls that got none however often they were made. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    int calls() {
        return calls.get();
    }

    /** How many calls were made again because there was no answer. */
    int cutOff() {
        return cutOff.get();
    }

    private void work(Runnable work) {
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                failures.add(e.toString());
            }
        });
    }

    private void report() {
        for (int number = 0; !over; number++) {
            int next = number;
            work(() -> send(next));
            pause(BETWEEN_REPORTS);
        }
    }

    private void send(int number) {
        String reporter = Round.REPORTERS.get(number % Round.REPORTERS.size());
        ObjectNode body = Json.object()
                .put("category", "fraud")
                .put(
                        "statementOfReasons",
                        "%s: video ini menjanjikan hadiah yang tidak ada; laporan %d."
                                .formatted(Round.HEADLINE, number))
                .put("goodFaith", true)
                .put("reference", Round.REFERENCE);
        body.putArray("items")
                .addObject()
                .put("url", "https://www.tiktok.com/@undian/video/74%017d".formatted(number / REPORTS_OF_EACH_CONTENT));
        Call call = Call.post(Service.INTAKE, "/v1/reports", body).once("traffic-" + number);
        JsonNode report =
                answered(() -> api.send(api.suite().identity(reporter), call).orThrow());
        if (report != null) {
            accepted.put(report.path("id").asText(), reporter);
        }
    }

    private void decide() {
        Set<String> known = ConcurrentHashMap.newKeySet();
        while (!over) {
            List<JsonNode> found = answered(() -> desk.newCases(Round.HEADLINE));
            for (JsonNode entry : found == null ? List.<JsonNode>of() : found) {
                String id = entry.path("id").asText();
                if (known.add(id)) {
                    String proposal = answered(() -> desk.propose(id));
                    List<String> issued = proposal == null ? null : answered(() -> desk.approve(proposal));
                    orders.addAll(issued == null ? List.of() : issued);
                }
            }
            pause(BETWEEN_LOOKS);
        }
    }

    private void pull() {
        String after = "";
        while (!over) {
            String path = "/v1/events?types=report.status-changed&wait=" + WAIT_SECONDS + after;
            JsonNode page = answered(() -> api.send(api.suite().identity(PULLER), Call.get(Service.NOTIFICATION, path))
                    .orThrow());
            if (page != null) {
                page.path("events")
                        .forEach(event -> pulled.add(event.path("subject").asText()));
                after = "&after=" + page.path("next").asText();
            }
        }
    }

    private <T> @Nullable T answered(Supplier<T> call) {
        for (int tries = 1; tries <= MOST_TRIES; tries++) {
            calls.incrementAndGet();
            try {
                return call.get();
            } catch (Api.Unreachable cut) {
                cutOff.incrementAndGet();
                if (tries == MOST_TRIES) {
                    failures.add(String.valueOf(cut.getMessage()));
                }
            } catch (Answer.Refused refused) {
                failures.add(String.valueOf(refused.getMessage()));
                return null;
            }
        }
        return null;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Lets everybody end what they have begun. */
    @Override
    public void close() {
        over = true;
        threads.close();
    }
}
