// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.messaging.Uuid7;
import id.siaga.web.Contracts;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a party says of a reported item later, as intake publishes it: its own example, about the item of a test. */
public final class LaterFixture implements Published {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ReportFixture report;
    private final String type;
    private final ObjectNode data;
    private UUID eventId = fresh();

    private LaterFixture(ReportFixture report, String type) {
        this.report = report;
        this.type = type;
        try {
            data = (ObjectNode) JSON.readTree(Contracts.of("intake-service").example("report-" + type + ".v1"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        data.put("reportId", report.reportId())
                .put("itemId", report.itemId())
                .put("party", report.party())
                .put("contentKey", report.contentKey());
    }

    /** Something that its party adds, without new facts. */
    public static LaterFixture aSupplementOf(ReportFixture report) {
        return new LaterFixture(report, "supplemented")
                .with("supplementId", fresh().toString())
                .with("newFacts", null)
                .with("supplementedAt", TestClock.now().toString());
    }

    /** That its party takes it back. */
    public static LaterFixture aWithdrawalOf(ReportFixture report) {
        return new LaterFixture(report, "withdrawn");
    }

    public LaterFixture with(String member, @Nullable String value) {
        data.put(member, value);
        return this;
    }

    public String text(String member) {
        return data.get(member).asText();
    }

    /** The same, told again under another event id. */
    public LaterFixture repeated() {
        eventId = fresh();
        return this;
    }

    @Override
    public String kafkaKey() {
        return report.kafkaKey();
    }

    @Override
    public byte[] value() {
        return data.toString().getBytes(UTF_8);
    }

    @Override
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>(report.headers());
        headers.put("ce_id", eventId.toString());
        headers.put("ce_type", "id.siaga.report." + type + ".v1");
        headers.put("ce_sequence", "2");
        return headers;
    }

    private static UUID fresh() {
        return Uuid7.next(Clock.systemUTC());
    }
}
