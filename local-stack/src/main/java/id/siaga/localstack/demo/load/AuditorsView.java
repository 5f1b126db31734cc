// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Identity;
import id.siaga.localstack.client.Pages;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.demo.load.desk.LoadDesk;
import id.siaga.localstack.platform.conduct.Persona;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** What became of it all, asked of the public APIs by those who may read it and changed nothing. */
final class AuditorsView {
    private static final int AT_ONCE = 8;

    private final Api api;
    private final Identity auditor;
    private final LoadDesk desk;

    AuditorsView(Api api, LoadDesk desk) {
        this.api = api;
        this.auditor = api.suite().identity("ombudsman");
        this.desk = desk;
    }

    /** Every case that holds one of the reports. */
    List<JsonNode> cases() throws InterruptedException {
        List<String> ids = new ArrayList<>();
        Instant since = desk.since();
        if (since == null) {
            return List.of();
        }
        Pages.walk(api, auditor, Service.TRIAGE, "/v1/cases", "cases", entry -> {
            if (!Instant.parse(entry.path("openedAt").asText()).isBefore(since)) {
                ids.add(entry.path("id").asText());
            }
            return true;
        });
        List<JsonNode> ours = Collections.synchronizedList(new ArrayList<>());
        each(ids, id -> {
            JsonNode view = api.send(auditor, Call.get(Service.TRIAGE, "/v1/cases/" + id))
                    .orThrow();
            if (desk.isOurs(view)) {
                ours.add(view);
            }
        });
        return List.copyOf(ours);
    }

    List<JsonNode> orders(List<JsonNode> cases) {
        Set<String> wanted = new HashSet<>();
        cases.forEach(view ->
                view.path("orders").forEach(order -> wanted.add(order.path("id").asText())));
        List<JsonNode> orders = new ArrayList<>();
        Pages.walk(api, auditor, Service.TRIAGE, "/v1/orders", "orders", order -> {
            if (wanted.remove(order.path("id").asText())) {
                orders.add(order);
            }
            return !wanted.isEmpty();
        });
        return orders;
    }

    /** The reports of those who own an endpoint, each as its reporter sees it; one that cannot be found is left out. */
    Map<String, JsonNode> reports(Map<String, ? extends Collection<String>> byReporter) throws InterruptedException {
        Map<String, JsonNode> views = new ConcurrentHashMap<>();
        for (Map.Entry<String, ? extends Collection<String>> one : byReporter.entrySet()) {
            if (Persona.of(one.getKey()).filter(Persona::ownsEndpoint).isPresent()) {
                Identity reporter = api.suite().identity(one.getKey());
                each(one.getValue(), id -> {
                    Answer answer = api.send(reporter, Call.get(Service.INTAKE, "/v1/reports/" + id));
                    if (answer.ok()) {
                        views.put(id, answer.body());
                    }
                });
            }
        }
        return views;
    }

    private static void each(Collection<String> ids, Consumer<String> ask) throws InterruptedException {
        Semaphore hands = new Semaphore(AT_ONCE);
        List<RuntimeException> failures = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String id : ids) {
                hands.acquire();
                readers.execute(() -> {
                    try {
                        ask.accept(id);
                    } catch (RuntimeException e) {
                        failures.add(e);
                    } finally {
                        hands.release();
                    }
                });
            }
        }
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }
}
