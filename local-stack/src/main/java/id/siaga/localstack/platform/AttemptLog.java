// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.platform.LedgerLine.Outcome;
import id.siaga.localstack.platform.conduct.Persona;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How platforms learn what a receiver elsewhere has confirmed: they read the suite's log of attempts at their own
 * endpoint, as any party can. The ledger then says what that log says.
 */
final class AttemptLog implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Api api;
    private final Registrations registrations;
    private final WebhookLedger ledger;
    private final BiConsumer<Persona, JsonNode> work;
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    AttemptLog(Api api, Registrations registrations, WebhookLedger ledger, BiConsumer<Persona, JsonNode> work) {
        this.api = api;
        this.registrations = registrations;
        this.ledger = ledger;
        this.work = work;
    }

    /** Reads the log of the persona's endpoint again and again until this is closed. */
    void follow(Persona persona) {
        readers.execute(() -> {
            Set<String> seen = new HashSet<>();
            try {
                while (true) {
                    read(persona, seen);
                    Thread.sleep(PAUSE);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void read(Persona persona, Set<String> seen) {
        try {
            fresh(persona, seen).reversed().forEach(attempt -> take(persona, attempt));
        } catch (Api.Unreachable | Answer.Refused away) {
            // A service that is being started again; its log is still there afterwards.
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
        readers.close();
    }

    /** The attempts that were not seen before, the newest first. */
    private List<JsonNode> fresh(Persona persona, Set<String> seen) {
        List<JsonNode> fresh = new ArrayList<>();
        String path = "/v1/endpoints/" + registrations.endpointId(persona) + "/attempts?limit=200";
        @Nullable String cursor = "";
        while (cursor != null) {
            JsonNode page = api.send(
                            api.suite().identity(persona.party()),
                            Call.get(Service.NOTIFICATION, path + (cursor.isEmpty() ? "" : "&cursor=" + cursor)))
                    .orThrow();
            cursor = Json.textOrNull(page, "next");
            for (JsonNode attempt : page.path("attempts")) {
                if (!seen.add(attempt.path("id").asText())) {
                    return fresh;
                }
                fresh.add(attempt);
            }
        }
        return fresh;
    }

    private void take(Persona persona, JsonNode attempt) {
        String webhookId = attempt.path("eventId").asText();
        if (!attempt.path("status").asText().equals("SUCCEEDED") || ledger.hasTaken(persona.party(), webhookId)) {
            return;
        }
        String type = attempt.path("eventType").asText();
        String subject = attempt.path("subject").asText();
        ledger.write(new LedgerLine(
                Instant.parse(attempt.path("startedAt").asText()),
                webhookId,
                type,
                subject,
                null,
                persona.party(),
                true,
                Outcome.TAKEN,
                attempt.path("number").asInt(),
                null));
        work.accept(persona, Json.object().put("type", type).put("subject", subject));
    }
}
