// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.messaging.Uuid7;
import id.siaga.web.Contracts;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reported item as intake publishes it: its own example, with what a test is about changed. */
public final class ReportFixture implements Published {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode data;
    private UUID eventId = fresh();
    private String type = "id.siaga.report.submitted.v1";

    private ReportFixture() {
        try {
            data = (ObjectNode) JSON.readTree(Contracts.of("intake-service").example("report-submitted.v1"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Intake's example as it stands. */
    public static ReportFixture theExample() {
        return new ReportFixture();
    }

    /** A report of its own about a video of its own. */
    public static ReportFixture aReport() {
        return new ReportFixture()
                .with("reportId", fresh().toString())
                .with("itemId", fresh().toString())
                .with("category", "fraud")
                .with("submittedAt", TestClock.now().toString())
                .election(false)
                .about("youtube", "video", aVideo());
    }

    /** The id of a video that no other test knows. */
    public static String aVideo() {
        return UUID.randomUUID().toString().substring(24);
    }

    public ReportFixture about(String platform, String kind, String id) {
        return content(platform, kind, id, "https://" + platform + ".example/" + id, null);
    }

    public ReportFixture aboutText(String text) {
        return content("text", "quote", HexFormat.of().formatHex(sha256(text)), null, text);
    }

    private ReportFixture content(
            String platform, String kind, String id, @Nullable String url, @Nullable String text) {
        ObjectNode content = (ObjectNode) data.get("content");
        content.put("key", platform + ":" + kind + ":" + id)
                .put("platform", platform)
                .put("kind", kind)
                .put("url", url)
                .put("text", text);
        return this;
    }

    /** A report of its own by another party about the same content. */
    public ReportFixture byAnother(String party) {
        ReportFixture other = aReport();
        other.data.set("content", data.get("content").deepCopy());
        return other.from(party);
    }

    public ReportFixture from(String party) {
        return with("party", party);
    }

    public ReportFixture category(String category) {
        return with("category", category);
    }

    public ReportFixture election(boolean election) {
        data.put("election", election);
        data.putArray("flags");
        data.putNull("urgencyReason");
        return this;
    }

    public ReportFixture live() {
        data.put("liveStream", true);
        return this;
    }

    public ReportFixture confidentialUntil(Instant until) {
        data.putObject("confidentiality").put("reason", "an investigation").put("until", until.toString());
        return this;
    }

    public ReportFixture flagged(String flag) {
        data.withArray("flags").add(flag);
        return this;
    }

    public ReportFixture with(String member, String value) {
        data.put(member, value);
        return this;
    }

    public ReportFixture ofType(String other) {
        type = other;
        return this;
    }

    /** The same item, told again under another event id. */
    public ReportFixture repeated() {
        eventId = fresh();
        return this;
    }

    public String text(String member) {
        return data.get(member).asText();
    }

    public String itemId() {
        return data.get("itemId").asText();
    }

    public String party() {
        return data.get("party").asText();
    }

    public String reportId() {
        return data.get("reportId").asText();
    }

    public String url() {
        return data.get("content").get("url").asText();
    }

    public String contentKey() {
        return data.get("content").get("key").asText();
    }

    @Override
    public String kafkaKey() {
        return HexFormat.of().formatHex(sha256(contentKey()));
    }

    @Override
    public byte[] value() {
        return data.toString().getBytes(UTF_8);
    }

    @Override
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", eventId.toString());
        headers.put("ce_source", "/intake-service");
        headers.put("ce_type", type);
        headers.put("ce_time", data.get("submittedAt").asText());
        headers.put("ce_subject", itemId());
        headers.put("ce_sequence", "1");
        headers.put("ce_correlationid", reportId());
        headers.put("ce_audience", "");
        headers.put("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        return headers;
    }

    private static UUID fresh() {
        return Uuid7.next(Clock.systemUTC());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
