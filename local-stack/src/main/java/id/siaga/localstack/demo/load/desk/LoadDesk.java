// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load.desk;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Identity;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Pages;
import id.siaga.localstack.client.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Officers and approvers who work through the queue, several cases at a time, each with a token of their own. */
public final class LoadDesk {
    private static final int AT_ONCE = 8;

    private final Api api;
    private final Set<String> ours = ConcurrentHashMap.newKeySet();
    private final Set<String> decided = ConcurrentHashMap.newKeySet();
    private final Map<String, String> troubles = new ConcurrentHashMap<>();
    private volatile @Nullable Instant since;

    public LoadDesk(Api api) {
        this.api = api;
    }

    /** From now on the cases of this report are worked on; all others are left to whoever opened them. */
    public void expect(String reportId, Instant receivedAt) {
        ours.add(reportId);
        synchronized (this) {
            Instant earliest = since;
            if (earliest == null || receivedAt.isBefore(earliest)) {
                since = receivedAt;
            }
        }
    }

    /** No case of ours is older; null as long as nothing has been reported. */
    public @Nullable Instant since() {
        return since;
    }

    public boolean isOurs(JsonNode view) {
        return view.path("reports")
                .valueStream()
                .anyMatch(report -> ours.contains(report.path("reportId").asText()));
    }

    /** Cases that were decided, by us now or in an earlier run. */
    public Set<String> decided() {
        return decided;
    }

    /** What kept a case from being decided when it was last tried, by case. */
    public Map<String, String> troubles() {
        return troubles;
    }

    /** One look at the queue: decides what can be decided; returns how many cases of ours are still undecided. */
    public int work() throws InterruptedException {
        return look("NEW", "IN_REVIEW");
    }

    /** Finds the cases that an earlier run has decided: their orders may still be open. */
    public void recogniseDecided() throws InterruptedException {
        look("DECIDED");
    }

    private int look(String... statuses) throws InterruptedException {
        List<String> waiting = new ArrayList<>();
        for (String status : statuses) {
            addWaiting(waiting, status);
        }
        AtomicInteger open = new AtomicInteger();
        Semaphore hands = new Semaphore(AT_ONCE);
        try (ExecutorService desk = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String id : waiting) {
                hands.acquire();
                desk.execute(() -> {
                    try {
                        open.addAndGet(isDone(id) ? 0 : 1);
                    } finally {
                        hands.release();
                    }
                });
            }
        }
        return open.get();
    }

    private void addWaiting(List<String> ids, String status) {
        Instant earliest = since;
        if (earliest == null) {
            return;
        }
        Pages.walk(api, person("ratna"), Service.TRIAGE, "/v1/cases?status=" + status, "cases", entry -> {
            String id = entry.path("id").asText();
            if (!decided.contains(id)
                    && !Instant.parse(entry.path("openedAt").asText()).isBefore(earliest)) {
                ids.add(id);
            }
            return true;
        });
    }

    private boolean isDone(String id) {
        try {
            JsonNode view = view("ratna", id);
            if (!isOurs(view)) {
                return true;
            }
            if (!isDecided(view)) {
                propose(id, view);
                approve(view("wulan", id));
            }
            decided.add(id);
            troubles.remove(id);
            return true;
        } catch (RuntimeException e) {
            // Somebody was faster, a flag was raised meanwhile, or a service is away: the case comes up again.
            troubles.put(id, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private void propose(String id, JsonNode view) {
        if (proposal(view) != null) {
            return;
        }
        Ruling ruling = Ruling.on(view);
        Identity officer = person(ruling.officer());
        api.send(officer, Call.post(Service.TRIAGE, "/v1/cases/" + id + "/assessment", ruling.assessment()))
                .orThrow();
        String key = "load-" + id + "-" + view.path("decisions").size();
        api.send(
                        officer,
                        Call.post(Service.TRIAGE, "/v1/cases/" + id + "/decisions", ruling.decision())
                                .once(key))
                .orThrow();
    }

    private void approve(JsonNode view) {
        String proposal = proposal(view);
        if (proposal == null) {
            throw new IllegalStateException("its proposal is gone");
        }
        api.send(
                        person(Ruling.approver(view)),
                        Call.post(
                                Service.TRIAGE,
                                "/v1/decisions/" + proposal + "/approval",
                                Json.object().put("reason", "Read the content and the reasons; agreed.")))
                .orThrow();
    }

    private static @Nullable String proposal(JsonNode view) {
        return view.path("decisions")
                .valueStream()
                .filter(decision -> decision.path("status").asText().equals("PROPOSED"))
                .map(decision -> decision.path("id").asText())
                .findFirst()
                .orElse(null);
    }

    private static boolean isDecided(JsonNode view) {
        return view.path("decisions")
                .valueStream()
                .anyMatch(decision -> decision.path("status").asText().equals("APPROVED"));
    }

    private JsonNode view(String reader, String caseId) {
        return api.send(person(reader), Call.get(Service.TRIAGE, "/v1/cases/" + caseId))
                .orThrow();
    }

    private Identity person(String name) {
        return api.suite().identity(name);
    }
}
