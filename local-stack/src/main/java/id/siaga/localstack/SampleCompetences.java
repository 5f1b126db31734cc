// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Backoff;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Identity;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Pages;
import id.siaga.localstack.client.Receipts;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.client.Suite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Gives the sample authorities the powers of {@code competences.json}, without which nobody could order anything. */
final class SampleCompetences {

    private static final String OPERATOR = "siaga-ops";
    private static final String REGISTER = "/v1/competences";

    private SampleCompetences() {}

    /**
     * Enters what the register lacks; it stays from one start to the next.
     *
     * @param receipts the file that keeps what was asked and answered
     */
    static void enter(Suite suite, Path receipts, Clock clock) throws IOException {
        try (Receipts kept = new Receipts(receipts)) {
            enter(new Api(suite, kept, Backoff.patient(), clock));
        }
    }

    private static void enter(Api api) throws IOException {
        Identity operator = api.suite().identity(OPERATOR);
        Set<String> known = new HashSet<>();
        Pages.walk(api, operator, Service.TRIAGE, REGISTER, "competences", entry -> {
            known.add(power(entry));
            return true;
        });
        for (JsonNode entry : sample()) {
            if (known.add(power(entry))) {
                ObjectNode request = entry.deepCopy();
                request.put("validFrom", "2024-01-01T00:00:00Z").put("source", "A sample of the local stack.");
                api.send(
                                operator,
                                Call.post(Service.TRIAGE, REGISTER, request)
                                        .once(UUID.randomUUID().toString()))
                        .orThrow();
            }
        }
    }

    private static String power(JsonNode entry) {
        return String.join(
                "|",
                entry.path("party").asText(),
                entry.path("instrument").asText(),
                entry.path("article").asText(),
                entry.path("category").asText("null"));
    }

    private static JsonNode sample() throws IOException {
        try (InputStream json =
                Objects.requireNonNull(SampleCompetences.class.getResourceAsStream("competences.json"))) {
            return Json.parse(json.readAllBytes());
        }
    }
}
