// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.demo.account.Submission;
import id.siaga.localstack.demo.show.Board;
import id.siaga.localstack.demo.show.Narrator;
import id.siaga.localstack.demo.show.Screen;
import id.siaga.localstack.demo.show.Table;
import id.siaga.localstack.demo.show.Tail;
import id.siaga.localstack.platform.LedgerLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What stands at the bottom of a terminal while the play is on: counts and clocks, as the public API has them. Nothing elsewhere. */
final class Overview implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** The states of cases and of orders, as they follow each other. */
    private static final List<String> LIFE = List.of(
            "NEW",
            "IN_REVIEW",
            "DECIDED",
            "ISSUED",
            "DELIVERED",
            "ACKNOWLEDGED",
            "CLARIFICATION_REQUESTED",
            "IMPOSSIBLE",
            "ANSWERED",
            "CLOSED");

    private final Api api;
    private final Clock clock;
    private final Map<String, JsonNode> cases = new ConcurrentHashMap<>();
    private final Map<LedgerLine.Outcome, Integer> webhooks = new ConcurrentSkipListMap<>();
    private volatile Supplier<List<Submission>> submissions = List::of;
    private @Nullable Screen screen;
    private @Nullable Tail tail;
    private volatile @Nullable Thread looking;

    private Overview(Api api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    static Overview show(Api api, Narrator narrator, Path ledger, Clock clock) throws IOException {
        Overview overview = new Overview(api, clock);
        if (narrator.lively()) {
            overview.tail = Tail.of(
                    ledger, line -> overview.webhooks.merge(LedgerLine.of(line).outcome(), 1, Integer::sum));
            Screen screen = Screen.of(System.out, overview::lines);
            overview.screen = screen;
            narrator.continueAt(screen);
        }
        return overview;
    }

    /** What the board is about from now on. */
    void follow(Supplier<List<Submission>> sent, Supplier<Set<String>> known) {
        if (screen != null) {
            submissions = sent;
            looking = Thread.ofVirtual().start(() -> look(known));
        }
    }

    @Override
    public void close() {
        Thread looker = looking;
        if (looker != null) {
            looker.interrupt();
        }
        if (tail != null) {
            tail.close();
        }
        if (screen != null) {
            screen.close();
        }
    }

    private void look(Supplier<Set<String>> known) {
        try {
            while (true) {
                for (String id : known.get()) {
                    JsonNode before = cases.get(id);
                    if (before == null || !before.path("status").asText().equals("CLOSED")) {
                        Answer answer = api.send(
                                api.suite().identity("ombudsman"), Call.get(Service.TRIAGE, "/v1/cases/" + id));
                        if (answer.ok()) {
                            cases.put(id, answer.body());
                        }
                    }
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException | Api.Unreachable over) {
            // The play is over, or about to say itself that the suite is away.
        }
    }

    private List<String> lines(int width) {
        List<Submission> sent = submissions.get();
        long accepted = sent.stream().filter(Submission::accepted).count();
        return new Board()
                .row("reports", List.of(accepted + " accepted", sent.size() - accepted + " refused"))
                .row("cases", counted(cases.values()))
                .row(
                        "orders",
                        counted(cases.values().stream()
                                .flatMap(view -> view.path("orders").valueStream())
                                .toList()))
                .row("webhooks", webhooks())
                .row("clocks", clocks(clock.instant()))
                .lines(width);
    }

    private static List<String> counted(Collection<JsonNode> things) {
        Map<String, Integer> byStatus = new TreeMap<>(Comparator.comparing(LIFE::indexOf));
        things.forEach(one -> byStatus.merge(one.path("status").asText(), 1, Integer::sum));
        List<String> facts = new ArrayList<>(List.of(Integer.toString(things.size())));
        byStatus.forEach((status, count) ->
                facts.add(count + " " + status.toLowerCase(Locale.ROOT).replace('_', ' ')));
        return facts;
    }

    private List<String> webhooks() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        webhooks.forEach((outcome, count) -> counts.merge(
                outcome.failedOnPurpose()
                        ? "failed on purpose"
                        : outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                count,
                Integer::sum));
        List<String> facts = new ArrayList<>();
        counts.forEach((outcome, count) -> facts.add(count + " " + outcome));
        return facts;
    }

    /** How many run, and those that are due next, by their names. */
    private List<String> clocks(Instant now) {
        record Running(String name, Instant due) {}
        List<Running> running = new ArrayList<>();
        for (JsonNode view : cases.values()) {
            for (JsonNode one : view.path("clocks")) {
                if (one.path("state").asText().equals("RUNNING")) {
                    running.add(new Running(
                            one.path("kind").asText() + " "
                                    + platform(view, one.path("orderId").asText()),
                            Instant.parse(one.path("dueAt").asText())));
                }
            }
        }
        running.sort(Comparator.comparing(Running::due));
        List<String> facts = new ArrayList<>(List.of(running.size() + " running"));
        running.forEach(one -> facts.add(one.name() + " " + Table.left(Duration.between(now, one.due()))));
        return facts;
    }

    private static String platform(JsonNode view, String orderId) {
        return view.path("orders")
                .valueStream()
                .filter(order -> order.path("id").asText().equals(orderId))
                .map(order -> order.path("platform").asText())
                .findFirst()
                .orElse("");
    }
}
