// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.consume;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A {@code report.submitted} as intake publishes it: of 20 parties, four in five about a content that nobody has reported,
 * the fifth about one of those before it. One in ten is urgent, and one in ten says that it may be political speech.
 */
record SampleEvent(UUID itemId, ProducerRecord<byte[], byte[]> message) {

    static final String TOPIC = "intake.report.v1";

    private static final int PARTIES = 20;
    private static final int FEW = 10;
    private static final int REPEAT = 5;

    /** What is reported again had its first report some thousand before, in another batch. */
    private static final int AGO = 2_003;

    private static final List<String> CATEGORIES = List.of("fraud", "gambling", "hoax", "fraud", "election-hoax");
    private static final ObjectNode BODY = Json.object()
            .put("category", "")
            .put(
                    "statementOfReasons",
                    "Video ini menjanjikan hadiah undian yang tidak ada dan meminta data rekening. Beredar di sedikitnya"
                            + " 40 grup percakapan; korban diminta mengirim biaya administrasi lebih dahulu.")
            .putNull("unit")
            .put("region", "ID-JB")
            .put("regency", "32.73")
            .put("goodFaith", true)
            .putNull("newFacts")
            .putNull("requestedMeasure")
            .putNull("legalAnalysis")
            .putNull("issuingAuthority")
            .putNull("confidentiality")
            .put("liveStream", false);

    /** The report with this number, of a run that has a mark of its own. */
    static SampleEvent of(String mark, int number, Instant now) {
        int about = number % REPEAT == 0 && number > AGO ? number - AGO : number;
        String video = mark + about;
        UUID report = id(now);
        UUID item = id(now);
        ObjectNode body = BODY.deepCopy()
                .put("reportId", report.toString())
                .put("itemId", item.toString())
                .put("itemNumber", 1)
                .put("party", "party-" + number % PARTIES)
                .put("category", CATEGORIES.get(about % CATEGORIES.size()))
                .put("reference", "BENCH/" + number)
                .put("election", false)
                .put("urgencyReason", number % FEW == 1 ? "Beredar sangat cepat." : null)
                .put("submittedAt", now.truncatedTo(ChronoUnit.MILLIS).toString());
        body.putArray("legalBasis");
        body.putArray("flags").addAll(number % FEW == 2 ? List.of(body.textNode("politicalSpeech")) : List.of());
        String key = "youtube:video:" + video;
        body.putObject("content")
                .put("key", key)
                .put("platform", "youtube")
                .put("kind", "video")
                .put("ruleVersion", 1)
                .put("url", "https://m.youtube.com/watch?v=" + video + "&feature=share&utm_source=whatsapp")
                .putNull("text")
                .put("contentType", "VIDEO")
                .put("language", "id")
                .putNull("observedAt")
                .putNull("authorAccount")
                .putNull("mediaSha256");
        body.putArray("references")
                .addObject()
                .put("url", "https://cekfakta.example/2024/11/27/" + number)
                .put("kind", "FACT_CHECK")
                .put("note", "Penelusuran gambar: unggahan pertama bertanggal 17 April 2019.");
        return new SampleEvent(item, message(key, report, item, now, body));
    }

    private static ProducerRecord<byte[], byte[]> message(
            String key, UUID report, UUID item, Instant now, ObjectNode body) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                TOPIC, null, sha256(key).getBytes(UTF_8), body.toString().getBytes(UTF_8));
        Map.of(
                        "content-type", "application/json",
                        "ce_specversion", "1.0",
                        "ce_id", id(now).toString(),
                        "ce_source", "/intake-service",
                        "ce_type", "id.siaga.report.submitted.v1",
                        "ce_time", now.toString(),
                        "ce_subject", item.toString(),
                        "ce_sequence", "1",
                        "ce_correlationid", report.toString(),
                        "ce_audience", "")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        return message;
    }

    /** As intake makes them, in the order of time. */
    private static UUID id(Instant now) {
        UUID random = UUID.randomUUID();
        long most = now.toEpochMilli() << 16 | 0x7000L | (random.getMostSignificantBits() & 0xfffL);
        return new UUID(most, random.getLeastSignificantBits());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
