// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Pages;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.platform.conduct.Cast;
import id.siaga.localstack.platform.conduct.Persona;
import id.siaga.localstack.platform.conduct.Temper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What officers do for orders that are out: serve those that no webhook can reach, reply to what platforms ask. */
public final class LoadOrders {
    private static final List<String> OPEN =
            List.of("ISSUED", "DELIVERED", "ACKNOWLEDGED", "CLARIFICATION_REQUESTED", "IMPOSSIBLE");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String OFFICER = "dimas";
    private static final String REPLY =
            "The locators and the grounds are as the order names them; please act on these.";

    private final Api api;
    private final Set<String> cases;
    private final Consumer<String> mailbox;
    private final Cast cast;
    private final Clock clock;
    private final Set<String> served = new HashSet<>();

    /** {@code cases}: whose orders these are; {@code mailbox}: how a party without an endpoint hears of what was served. */
    public LoadOrders(Api api, Set<String> cases, Consumer<String> mailbox, Cast cast, Clock clock) {
        this.api = api;
        this.cases = cases;
        this.mailbox = mailbox;
        this.cast = cast;
        this.clock = clock;
    }

    /** Whether its platform is one that never answers: it was served and proven to be received, and nobody can do more. */
    public static boolean isExpectedOpen(JsonNode order, Cast cast) {
        return Persona.of(order.path("party").asText())
                        .filter(persona -> cast.temperOf(persona) == Temper.SILENT)
                        .isPresent()
                && order.path("status").asText().equals("DELIVERED")
                && isReceived(order);
    }

    /** One look at the orders; returns how many still wait for their platform. */
    public int work() {
        int open = 0;
        for (String status : OPEN) {
            for (JsonNode order : ours(status)) {
                open += isExpectedOpen(order, cast) ? 0 : 1;
                handle(order, status);
            }
        }
        return open;
    }

    public int served() {
        return served.size();
    }

    public static boolean ownsEndpoint(JsonNode order) {
        return Persona.of(order.path("party").asText())
                .filter(Persona::ownsEndpoint)
                .isPresent();
    }

    private List<JsonNode> ours(String status) {
        List<JsonNode> ours = new ArrayList<>();
        Pages.walk(
                api, api.suite().identity(OFFICER), Service.TRIAGE, "/v1/orders?status=" + status, "orders", order -> {
                    if (cases.contains(order.path("caseId").asText())) {
                        ours.add(order);
                    }
                    return true;
                });
        return ours;
    }

    private void handle(JsonNode order, String status) {
        String id = order.path("id").asText();
        switch (status) {
            case "ISSUED" -> {
                if (!ownsEndpoint(order)) {
                    serve(order, id);
                }
            }
            case "DELIVERED" -> {
                // Confirmed by an endpoint is not yet received: without an acknowledgement the next contact route is
                // taken.
                Instant issued = Instant.parse(order.path("issuedAt").asText());
                if (!isReceived(order) && issued.plus(PATIENCE).isBefore(clock.instant())) {
                    serve(order, id);
                }
            }
            case "CLARIFICATION_REQUESTED", "IMPOSSIBLE" ->
                send(id, "reply", Json.object().put("reply", REPLY));
            default -> {}
        }
    }

    private static boolean isReceived(JsonNode order) {
        return Json.textOrNull(order, "receivedAt") != null;
    }

    private void serve(JsonNode order, String id) {
        if (served.contains(id)) {
            return;
        }
        send(
                id,
                "service",
                Json.object()
                        .put("route", "the platform's legal contact")
                        .put("proof", "form receipt SIAGA-" + id.substring(id.length() - 8))
                        .put("servedAt", clock.instant().toString()));
        served.add(id);
        if (!ownsEndpoint(order)) {
            mailbox.accept(order.path("party").asText());
        }
    }

    /** 409 is taken for done: the platform was faster, or only the answer to an earlier try was lost. */
    private void send(String id, String act, ObjectNode body) {
        Answer answer = api.send(
                api.suite().identity(OFFICER), Call.post(Service.TRIAGE, "/v1/orders/" + id + "/" + act, body));
        if (answer.status() != 409) {
            answer.orThrow();
        }
    }
}
