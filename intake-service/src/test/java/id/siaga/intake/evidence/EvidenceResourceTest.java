// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import static id.siaga.intake.evidence.EvidenceFixture.aPicture;
import static id.siaga.intake.evidence.EvidenceFixture.aReportOf;
import static id.siaga.intake.evidence.EvidenceFixture.as;
import static id.siaga.intake.evidence.EvidenceFixture.grant;
import static id.siaga.intake.evidence.EvidenceFixture.officer;
import static id.siaga.intake.evidence.EvidenceFixture.path;
import static id.siaga.intake.evidence.EvidenceFixture.put;
import static id.siaga.intake.evidence.EvidenceFixture.sha256;
import static id.siaga.intake.submission.ReportFixture.aReport;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.intake.TestClock;
import id.siaga.sql.Sql;
import id.siaga.web.RawRequest;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class EvidenceResourceTest {

    private static final int MOST = 10 << 20;

    @Inject
    DropEvidence drop;

    @Inject
    Bodies bodies;

    @Inject
    Sql sql;

    @Inject
    TestClock clock;

    @Test
    void aFileIsKeptAsItCame() {
        // Given
        byte[] picture = aPicture(3 * Bodies.CHUNK + 17);
        String digest = sha256(picture);
        String report = aReportOf("mafindo");
        // When
        Response response = put("mafindo", report, picture);
        // Then
        response.then()
                .statusCode(201)
                .header("Location", containsString(path(report, digest)))
                .body(
                        "sha256", equalTo(digest),
                        "size", equalTo(picture.length),
                        "mediaType", equalTo("image/png"),
                        "grants", nullValue());
        Response read = as("mafindo", "reporter").get(path(report, digest));
        read.then()
                .statusCode(200)
                .header("Content-Type", "image/png")
                .header("Content-Length", String.valueOf(picture.length))
                .header("Content-Disposition", containsString("attachment"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Cache-Control", "private, no-store")
                .header("ETag", "\"" + digest + "\"")
                .header(
                        "Repr-Digest",
                        "sha-256=:"
                                + Base64.getEncoder()
                                        .encodeToString(HexFormat.of().parseHex(digest))
                                + ":");
        assertArrayEquals(picture, read.asByteArray());
        as("mafindo", "reporter")
                .head(path(report, digest))
                .then()
                .statusCode(200)
                .header("Content-Length", String.valueOf(picture.length));
    }

    @Test
    void sendingItAgainChangesNothing() {
        // Given
        byte[] picture = aPicture(1_000);
        String report = aReportOf("mafindo");
        Response first = put("mafindo", report, picture);
        // When
        Response again = put("mafindo", report, picture);
        // Then
        assertEquals(201, first.statusCode());
        assertEquals(200, again.statusCode());
        assertEquals(first.asString(), again.asString());
        as("mafindo", "reporter")
                .get("/v1/reports/" + report + "/evidence")
                .then()
                .statusCode(200)
                .body("evidence", hasSize(1), "evidence[0].sha256", equalTo(sha256(picture)));
    }

    @Test
    void whetherAnotherPartySentItCannotBeTold() {
        // Given
        byte[] picture = aPicture(300_000);
        String ours = aReportOf("mafindo");
        String theirs = aReportOf("komdigi");
        Response first = put("mafindo", ours, picture);
        // When
        Response second = put("komdigi", theirs, picture);
        // Then
        assertEquals(201, first.statusCode());
        assertEquals(201, second.statusCode());
        assertEquals(
                first.jsonPath().getMap("$").keySet(),
                second.jsonPath().getMap("$").keySet());
        assertEquals(1, count("evidence_blob", picture), "it is kept twice");
        as("komdigi", "reporter").get(path(ours, sha256(picture))).then().statusCode(404);
        as("komdigi", "reporter")
                .get("/v1/reports/" + ours + "/evidence")
                .then()
                .statusCode(404);
        // A digest alone, without the bytes, gets nobody a file.
        String another = aReportOf("kpu");
        as("kpu", "reporter").get(path(another, sha256(picture))).then().statusCode(404);
        put("kpu", another, sha256(picture), "image/png", aPicture(10)).then().statusCode(422);
    }

    @Test
    void whoMayReadIt() {
        // Given
        byte[] picture = aPicture(1_000);
        String report = aReportOf("polri");
        String file = path(report, sha256(picture));
        put("polri", report, picture);
        // Then
        as("polri", "authority").get(file).then().statusCode(200);
        as("posko", "officer").get(file).then().statusCode(200);
        as("posko", "approver").get(file).then().statusCode(200);
        as("ombudsman", "auditor").get(file).then().statusCode(200);
        as("kpu", "reporter").get(file).then().statusCode(404);
        as("tiktok", "platform").get(file).then().statusCode(404);
        as("tiktok", "platform", "reporter").get(file).then().statusCode(404);
        as("cekfakta", "partner").get(file).then().statusCode(403);
        put("kpu", report, picture).then().statusCode(404);
        as("posko", "reporter", "officer")
                .contentType("image/png")
                .body(picture)
                .put(file)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            image/png       | <!doctype html><script>1</script> | 415 | its bytes are of no kind that is taken
            text/plain      | <html><body>no</body></html>      | 415 | its bytes are of no kind that is taken
            text/plain      | %PDF-1.7 and more                 | 415 | Content-Type says text/plain, and its bytes are application/pdf
            image/jpeg      | GIF89a and more                   | 415 | Content-Type says image/jpeg, and its bytes are image/gif
            image/svg+xml   | <svg/>                            | 415 | image/svg+xml is not taken
            text/html       | <html/>                           | 415 | text/html is not taken
            """)
    void whatIsNotWhatItSaysIsRefused(String type, String content, int status, String detail) {
        // Given
        byte[] file = content.getBytes(UTF_8);
        String report = aReportOf("mafindo");
        // When
        Response response = put("mafindo", report, sha256(file), type, file);
        // Then
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:siaga:problem:unsupported-media-type"), "detail", containsString(detail));
        assertEquals(0, count("evidence_blob", file));
    }

    @Test
    void textIsTakenAsText() {
        byte[] text = "Pesan berantai: “Awas!” \n".repeat(20_000).getBytes(UTF_8);
        String report = aReportOf("mafindo");
        put("mafindo", report, sha256(text), "text/plain; charset=utf-8", text)
                .then()
                .statusCode(201)
                .body("mediaType", equalTo("text/plain"));
    }

    @Test
    void otherBytesThanThePathNamesAreRefused() {
        // Given
        List<UUID> before = unclaimed();
        byte[] picture = aPicture(300_000);
        String report = aReportOf("mafindo");
        String digest = sha256(picture);
        picture[picture.length - 1]++;
        // When
        Response response = put("mafindo", report, digest, "image/png", picture);
        // Then
        response.then()
                .statusCode(422)
                .body("type", equalTo("urn:siaga:problem:digest-mismatch"), "errors.pointer", hasItem("path:sha256"));
        as("mafindo", "reporter").get(path(report, digest)).then().statusCode(404);
        nothingIsLeftBut(before);
    }

    @Test
    void anAddressThatIsNoDigestIsRefused() {
        String report = aReportOf("mafindo");
        for (String address : List.of("x", "A".repeat(64), "0".repeat(63))) {
            put("mafindo", report, address, "image/png", aPicture(10))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem("path:sha256"));
        }
    }

    @Test
    void tenMebibytesAreTakenAndNotAByteMore() throws IOException {
        // Given
        List<UUID> before = unclaimed();
        String report = aReportOf("mafindo");
        byte[] longest = aPicture(MOST);
        byte[] tooLong = aPicture(MOST + 1);
        // Then
        put("mafindo", report, longest).then().statusCode(201);
        put("mafindo", report, tooLong).then().statusCode(413).body("type", equalTo("urn:siaga:problem:too-large"));
        try (RawRequest chunked = RawRequest.open(
                "PUT " + path(report, sha256(tooLong)),
                Tokens.forClient("mafindo", "reporter"),
                "Content-Type: image/png",
                "Transfer-Encoding: chunked")) {
            String answer = chunked.sendChunk(tooLong).answer();
            assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        }
        nothingIsLeftBut(before);
    }

    @Test
    void noMediaOfChildSexualAbuseIsEvenRead() throws IOException {
        // Given
        List<UUID> before = unclaimed();
        String report = aReportOf("polri", aReport().with("category", "child-sexual-abuse"));
        byte[] picture = aPicture(1_000);
        // When
        try (RawRequest request = RawRequest.open(
                "PUT " + path(report, sha256(picture)),
                Tokens.forClient("polri", "authority"),
                "Content-Type: image/png",
                "Content-Length: " + picture.length)) {
            String answer = request.answer();
            // Then
            assertTrue(answer.startsWith("HTTP/1.1 422 "), answer);
            assertTrue(answer.contains("urn:siaga:problem:media-refused") && answer.contains("hash"), answer);
        }
        nothingIsLeftBut(before);
    }

    @Test
    void anUploadThatIsBrokenOffLeavesNothing() throws IOException {
        // Given
        List<UUID> before = unclaimed();
        String report = aReportOf("mafindo");
        byte[] picture = aPicture(2_000_000);
        RawRequest request = RawRequest.open(
                "PUT " + path(report, sha256(picture)),
                Tokens.forClient("mafindo", "reporter"),
                "Content-Type: image/png",
                "Content-Length: " + picture.length);
        request.send(Arrays.copyOf(picture, 1_500_000));
        // What came is written before the rest comes: nothing of a body is collected in memory.
        await().atMost(Duration.ofMinutes(1)).until(() -> chunks(before) == 1_500_000 / Bodies.CHUNK);
        // When
        request.close();
        // Then
        nothingIsLeftBut(before);
    }

    @Test
    void whatADyingServiceLeftIsSweptByAnother() {
        // Given
        UUID left = UUID.randomUUID();
        bodies.begin(left, clock.instant());
        bodies.append(left, 0, aPicture(100));
        clock.advance(Duration.ofHours(2));
        // Then
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            put("mafindo", aReportOf("mafindo"), aPicture(100)).then().statusCode(201);
            return !unclaimed().contains(left);
        });
    }

    @Test
    void manyAtOnceMakeOneFile() throws Exception {
        // Given
        String report = aReportOf("mafindo");
        byte[] picture = aPicture(MOST);
        String token = Tokens.forClient("mafindo", "reporter");
        List<Future<String>> answers = new ArrayList<>();
        // When
        try (ExecutorService senders = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                answers.add(senders.submit(() -> {
                    try (RawRequest request = RawRequest.open(
                            "PUT " + path(report, sha256(picture)),
                            token,
                            "Content-Type: image/png",
                            "Content-Length: " + picture.length)) {
                        return request.send(picture).answer();
                    }
                }));
            }
        }
        // Then
        for (Future<String> answer : answers) {
            assertTrue(answer.get().startsWith("HTTP/1.1 20"), answer.get());
        }
        assertEquals(1, count("evidence", picture));
        assertEquals(1, count("evidence_blob", picture));
    }

    @Test
    void aPlatformReadsWhatItIsShownUntilItIsOver() {
        // Given
        byte[] picture = aPicture(1_000);
        String report = aReportOf("bawaslu");
        String digest = sha256(picture);
        UUID order = UUID.randomUUID();
        put("bawaslu", report, picture);
        var end = clock.instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        // When
        grant(report, digest, order, "tiktok", end)
                .then()
                .statusCode(201)
                .body("platform", equalTo("tiktok"), "orderId", equalTo(order.toString()));
        // Then
        as("tiktok", "platform").get(path(report, digest)).then().statusCode(200);
        as("meta", "platform").get(path(report, digest)).then().statusCode(404);
        as("tiktok", "reporter").get(path(report, digest)).then().statusCode(404);
        as("tiktok", "platform")
                .get("/v1/reports/" + report + "/evidence")
                .then()
                .statusCode(403);
        officer()
                .get("/v1/reports/" + report + "/evidence")
                .then()
                .body("evidence[0].grants.platform", contains("tiktok"));
        as("bawaslu", "reporter")
                .get("/v1/reports/" + report + "/evidence")
                .then()
                .body("evidence[0].grants", nullValue());
        clock.advance(Duration.ofDays(3));
        as("tiktok", "platform").get(path(report, digest)).then().statusCode(404);
        officer().get("/v1/reports/" + report + "/evidence").then().body("evidence[0].grants", hasSize(0));
    }

    @Test
    void aGrantIsRepeatedRevokedAndNotSilentlyChanged() {
        // Given
        byte[] picture = aPicture(1_000);
        String report = aReportOf("bawaslu");
        String digest = sha256(picture);
        UUID order = UUID.randomUUID();
        put("bawaslu", report, picture);
        var end = clock.instant().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        grant(report, digest, order, "tiktok", end).then().statusCode(201);
        // Then
        grant(report, digest, order, "tiktok", end).then().statusCode(200);
        grant(report, digest, order, "meta", end)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:siaga:problem:grant-differs"));
        officer().delete(path(report, digest) + "/grants/" + order).then().statusCode(204);
        as("tiktok", "platform").get(path(report, digest)).then().statusCode(404);
        officer().delete(path(report, digest) + "/grants/" + order).then().statusCode(404);
        grant(report, digest, order, "meta", end).then().statusCode(201);
        as("meta", "platform").get(path(report, digest)).then().statusCode(200);
    }

    @Test
    void aGrantNeedsAPersonAndAnEndThatIsNear() {
        byte[] picture = aPicture(1_000);
        String report = aReportOf("bawaslu");
        String digest = sha256(picture);
        put("bawaslu", report, picture);
        UUID order = UUID.randomUUID();
        as("posko", "officer")
                .contentType("application/json")
                .body("{\"platform\": \"tiktok\", \"expiresAt\": \"2099-01-01T00:00:00Z\"}")
                .put(path(report, digest) + "/grants/" + order)
                .then()
                .statusCode(403);
        for (Duration ahead : List.of(Duration.ofDays(31), Duration.ofDays(-1))) {
            grant(report, digest, order, "tiktok", clock.instant().plus(ahead))
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem("/expiresAt"));
        }
        grant(report, sha256(aPicture(9)), order, "tiktok", clock.instant().plus(Duration.ofDays(1)))
                .then()
                .statusCode(404);
    }

    @Test
    void whatOnePartyDropsAnotherKeeps() {
        // Given
        byte[] picture = aPicture(600_000);
        String ours = aReportOf("mafindo");
        String theirs = aReportOf("komdigi");
        put("mafindo", ours, picture);
        put("komdigi", theirs, picture);
        // When
        int gone = dropped(ours);
        // Then
        assertEquals(0, gone);
        as("mafindo", "reporter").get(path(ours, sha256(picture))).then().statusCode(404);
        assertArrayEquals(
                picture,
                as("komdigi", "reporter").get(path(theirs, sha256(picture))).asByteArray());
        assertEquals(1, dropped(theirs));
        assertEquals(0, count("evidence_blob", picture));
    }

    @Test
    void aFileThatIsSentWhileItIsDroppedIsNeverLost() throws Exception {
        for (int round = 0; round < 15; round++) {
            // Given
            byte[] picture = aPicture(1_000);
            String ours = aReportOf("mafindo");
            String theirs = aReportOf("komdigi");
            put("mafindo", ours, picture).then().statusCode(201);
            // When
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                Future<Response> sent = threads.submit(() -> put("komdigi", theirs, picture));
                Future<Integer> dropped = threads.submit(() -> dropped(ours));
                // Then
                assertEquals(201, sent.get().statusCode(), sent.get().asString());
                assertTrue(dropped.get() <= 1);
            }
            assertArrayEquals(
                    picture,
                    as("komdigi", "reporter").get(path(theirs, sha256(picture))).asByteArray());
        }
    }

    private int dropped(String report) {
        return QuarkusTransaction.requiringNew().call(() -> drop.ofReports(List.of(UUID.fromString(report))));
    }

    private int count(String table, byte[] file) {
        return sql.list(
                        "SELECT count(*) FROM " + table + " WHERE sha256 = ?",
                        row -> row.getInt(1),
                        HexFormat.of().parseHex(sha256(file)))
                .getFirst();
    }

    private int chunks(List<UUID> before) {
        return sql.list(
                        "SELECT count(*) FROM evidence_chunk c LEFT JOIN evidence_blob b USING (upload_id)"
                                + " WHERE b.sha256 IS NULL AND NOT c.upload_id = ANY (?)",
                        row -> row.getInt(1),
                        (Object) before.toArray(UUID[]::new))
                .getFirst();
    }

    private void nothingIsLeftBut(List<UUID> before) {
        await().atMost(Duration.ofSeconds(30)).until(() -> before.containsAll(unclaimed()));
    }

    /** Bodies that no file claims: on their way, broken off, or sent twice. */
    private List<UUID> unclaimed() {
        return sql.list("""
                SELECT id FROM evidence_upload u
                WHERE NOT EXISTS (SELECT FROM evidence_blob b WHERE b.upload_id = u.id)""", row -> row.getObject(1, UUID.class));
    }
}
