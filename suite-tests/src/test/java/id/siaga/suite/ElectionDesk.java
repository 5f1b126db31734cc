// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Those who report a false closing time and decide about it, by the public APIs, one step at a time. */
public final class ElectionDesk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofMinutes(1);

    private static final String ORDER = """
            {"kind": "ORDER", "reasons": "The video misleads voters about the closing time.",
             "legalBasis": {"instrument": "UU 10/2016", "article": "187A"},
             "authority": {"party": "bawaslu", "fileReference": "021/PP.01"},
             "proportionality": "The poll is today; a label comes too late for those who stay at home.",
             "lighterMeasure": "A label was considered; it does not reach people before the poll closes.",
             "territorialScope": ["ID"],
             "redress": "The uploader can appeal through the platform within 14 days."}""";

    private final Api api;

    public ElectionDesk(Api api) {
        this.api = api;
    }

    /** A report about what is at the URL; returns its id. */
    public String report(String party, String url) {
        return send(party, post(Service.INTAKE, "/v1/reports", """
            {"category": "election-hoax",
             "statementOfReasons": "Video ini menyatakan TPS tutup pukul 10; KPU menyatakan pukul 13.", "goodFaith": true,
             "region": "ID-JB",
             "items": [{"url": "%s"}],
             "references": [{"url": "https://example.org/cek-fakta/1", "kind": "FACT_CHECK"}]}""".formatted(url)))
                .path("id")
                .asText();
    }

    /** From the report on: the case, its assessment, a proposal and its approval; returns the order's id. */
    public String order(String report) {
        String caseId = caseOf(report);
        assess(caseId);
        JsonNode approved =
                approve("yusuf", propose(caseId).path("id").asText()).orThrow();
        return approved.path("orders").path(0).asText();
    }

    /** The case that holds the report, as an officer finds it in the queue. */
    String caseOf(String report) {
        return await().atMost(SOON)
                .until(
                        () -> {
                            JsonNode queue = send("ratna", Call.get(Service.TRIAGE, "/v1/cases?status=NEW&limit=200"));
                            for (JsonNode entry : queue.path("cases")) {
                                String id = entry.path("id").asText();
                                JsonNode view = send("ratna", Call.get(Service.TRIAGE, "/v1/cases/" + id));
                                if (view.path("reports")
                                        .findValuesAsText("reportId")
                                        .contains(report)) {
                                    return Optional.of(id);
                                }
                            }
                            return Optional.<String>empty();
                        },
                        Optional::isPresent)
                .orElseThrow();
    }

    void assess(String caseId) {
        send("ratna", Call.post(Service.TRIAGE, "/v1/cases/" + caseId + "/assessment", json("""
                {"category": "election-hoax", "severity": "HIGH", "flags": [], "finding": "False closing time."}""")));
    }

    JsonNode propose(String caseId) {
        return send("ratna", decision(caseId, ORDER));
    }

    Call decision(String caseId, String body) {
        return post(Service.TRIAGE, "/v1/cases/" + caseId + "/decisions", body);
    }

    Answer approve(String who, String decision) {
        return api.send(
                api.suite().identity(who),
                Call.post(Service.TRIAGE, "/v1/decisions/" + decision + "/approval", json("{}")));
    }

    public JsonNode send(String who, Call call) {
        return api.send(api.suite().identity(who), call).orThrow();
    }

    static String video() {
        return "https://youtu.be/"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 11);
    }

    public static Call post(Service service, String path, String body) {
        return Call.post(service, path, json(body)).once(UUID.randomUUID().toString());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException exception) {
            throw new IllegalArgumentException(exception);
        }
    }
}
