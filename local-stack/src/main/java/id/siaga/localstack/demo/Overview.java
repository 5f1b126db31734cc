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
import id.siaga.localstack.demo.show.Tail;
import id.siaga.localstack.platform.LedgerLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What stands at the bottom of a terminal while the play is on: counts and clocks, as the public API has them. Nothing elsewhere. */
final class Overview implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

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
                .row("cases", Standings.counted(cases.values()))
                .row(
                        "orders",
                        Standings.counted(cases.values().stream()
                                .flatMap(view -> view.path("orders").valueStream())
                                .toList()))
                .row("webhooks", Standings.webhooks(webhooks))
                .row("clocks", Standings.clocks(cases.values(), clock.instant()))
                .lines(width);
    }
}
