// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.checkpoint;

import static id.siaga.triage.ReportFixture.aReport;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.triage.Desk;
import id.siaga.triage.TestClock;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What auditors keep, and what they can prove by it with no code of ours. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class CheckpointResourceTest {

    private static final HexFormat HEX = HexFormat.of();

    /** What stands before a raw Ed25519 key in the encoding that the JDK reads (RFC 8410). */
    private static final String ED25519 = "302a300506032b6570032100";

    @Inject
    MakeCheckpoint checkpoints;

    @Inject
    TestClock time;

    @Test
    void anAuditorVerifiesSignatureAndProofByTheKeysThatArePublished() throws GeneralSecurityException {
        // Given
        UUID caseId = Desk.anAssessedCase(aReport(), "fraud");
        Desk.aCase(aReport());
        Desk.aCase(aReport());
        dayEnds();
        // When
        JsonPath proof = proof(caseId).statusCode(200).extract().jsonPath();
        // Then
        String note = proof.getString("checkpoint.note");
        assertSigned(note, proof.getString("checkpoint.keyId"), proof.getString("checkpoint.signature"));
        String root = note.lines()
                .filter(line -> line.startsWith("root "))
                .findFirst()
                .orElseThrow()
                .substring("root ".length());
        byte[] leaf = ByteBuffer.allocate(57)
                .put((byte) 0)
                .putLong(caseId.getMostSignificantBits())
                .putLong(caseId.getLeastSignificantBits())
                .putLong(proof.getLong("seq"))
                .put(HEX.parseHex(proof.getString("hash")))
                .array();
        assertEquals(
                root,
                HEX.formatHex(climb(
                        sha256(leaf),
                        proof.getLong("number"),
                        proof.getLong("checkpoint.leaves"),
                        proof.getList("path"))));
        assertEquals(3, proof.getLong("seq"));
        assertEquals(
                List.of(proof.getString("hash")),
                Desk.query("select encode(hash, 'hex') from record_head where case_id = ?", caseId));
    }

    @Test
    void eachCheckpointNamesTheOneBefore() throws GeneralSecurityException {
        // Given
        dayEnds();
        Desk.aCase(aReport());
        dayEnds();
        // When
        JsonPath page = Desk.auditor()
                .get("/v1/record-checkpoints?limit=2")
                .then()
                .statusCode(200)
                .body("checkpoints", hasSize(2))
                .extract()
                .jsonPath();
        // Then
        String later = page.getString("checkpoints[0].note");
        String earlier = page.getString("checkpoints[1].note");
        assertTrue(later.contains("previous " + HEX.formatHex(sha256(earlier.getBytes(UTF_8)))), later);
        assertEquals(page.getInt("checkpoints[1].number") + 1, page.getInt("checkpoints[0].number"));
        Desk.auditor()
                .get("/v1/record-checkpoints/{day}", page.getString("checkpoints[0].day"))
                .then()
                .statusCode(200)
                .body("note", equalTo(later));
        Desk.auditor().get("/v1/record-checkpoints/2001-01-01").then().statusCode(404);
    }

    @Test
    void onlyWhatHasMovedIsInTheNextOne() {
        // Given
        UUID resting = Desk.aDismissedCase(aReport()); // of which no clock runs
        UUID moving = Desk.aCase(aReport());
        String first = dayEnds();
        int before = proof(moving).extract().path("seq");
        Desk.assess(moving, "fraud").statusCode(200);
        // When
        String second = dayEnds();
        // Then
        proof(resting).body("checkpoint.day", equalTo(first));
        proof(moving).body("checkpoint.day", equalTo(second)).body("seq", greaterThan(before));
        Desk.auditor()
                .get("/v1/cases/{id}/record/proof?day={day}", moving, first)
                .then()
                .statusCode(200)
                .body("seq", equalTo(before));
        Desk.auditor()
                .get("/v1/cases/{id}/record/proof?day={day}", resting, second)
                .then()
                .statusCode(404);
    }

    @Test
    void manyReplicasMakeOneAndAfterDaysWithoutAnyOneTellsAll() throws Exception {
        // Given
        dayEnds();
        UUID caseId = Desk.aCase(aReport());
        int before = count();
        time.advance(Duration.ofDays(5));
        // When
        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            Callable<Integer> replica = checkpoints::make;
            for (Future<Integer> made : replicas.invokeAll(List.of(replica, replica, replica, replica))) {
                made.get();
            }
        }
        // Then
        assertEquals(before + 1, count());
        proof(caseId).statusCode(200).body("checkpoint.day", equalTo(yesterday()));
    }

    @Test
    void aBranchIsProvedInATreeOfMany() throws GeneralSecurityException {
        // Given
        UUID caseId = Desk.aCase(aReport());
        Desk.asOwner("""
                insert into case_file (id, status, progress, category, urgent, election, headline, opened_at,
                                       queued_as_of, sequence, version)
                select gen_random_uuid(), 'CLOSED', progress, category, urgent, election, headline, opened_at,
                       queued_as_of, sequence, version
                from case_file, generate_series(1, 600) where id = ?""", caseId);
        Desk.asOwner("""
                insert into record_head (case_id, seq, hash)
                select id, 1, sha256(uuid_send(id)) from case_file
                where not exists (select 1 from record_head where case_id = id)""");
        dayEnds();
        // When
        JsonPath proof = proof(caseId).statusCode(200).extract().jsonPath();
        // Then
        assertTrue(proof.getLong("checkpoint.leaves") > 600);
        assertEquals(
                proof.getString("checkpoint.root"),
                HEX.formatHex(climb(
                        HEX.parseHex(
                                Desk.query("select encode(leaf_hash, 'hex') from record_leaf where case_id = ?", caseId)
                                        .getFirst()),
                        proof.getLong("number"),
                        proof.getLong("checkpoint.leaves"),
                        proof.getList("path"))));
    }

    @Test
    void aRecordThatIsRewrittenAndSoundInItselfIsFoundByTheCheckpoint() {
        // Given
        UUID caseId = Desk.anAssessedCase(aReport(), "fraud");
        dayEnds();
        // When
        Desk.asOwner("delete from record_text where case_id = ?", caseId);
        Desk.asOwner("delete from record where seq = 3 and case_id = ?", caseId);
        Desk.asOwner(
                "update record_head h set seq = 2, hash = r.hash from record r"
                        + " where r.case_id = h.case_id and r.seq = 2 and h.case_id = ?",
                caseId);
        // Then
        verification(caseId)
                .body("result", equalTo("TRUNCATED"))
                .body("fault.seq", equalTo(3))
                .body("fault.place", equalTo("CHECKPOINT"));
        Desk.assess(caseId, "hoax").statusCode(200);
        verification(caseId)
                .body("result", equalTo("ALTERED"))
                .body("fault.seq", equalTo(3))
                .body("fault.place", equalTo("CHECKPOINT"));
    }

    @Test
    void aCheckpointThatWasAlteredIsFoundToo() {
        // Given
        UUID caseId = Desk.anAssessedCase(aReport(), "fraud");
        dayEnds();
        verification(caseId).body("result", equalTo("INTACT")).body("checkpoint.seq", equalTo(3));
        // When
        Desk.asOwner("update record_leaf set seq = 2 where case_id = ?", caseId);
        // Then
        verification(caseId).body("result", equalTo("ALTERED")).body("fault.place", equalTo("CHECKPOINT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update record_checkpoint set leaves = 0 returning day",
                "delete from record_checkpoint returning day",
                "update record_leaf set seq = 1 returning day",
                "delete from record_leaf returning day",
                "truncate record_branch"
            })
    void theApplicationCannotRewriteThem(String crime) {
        Throwable refused = assertThrows(IllegalStateException.class, () -> Desk.query(crime));
        assertTrue(String.valueOf(refused.getMessage()).contains("permission denied"));
    }

    @Test
    void nobodyNeedsATokenForTheKeysAndNoneOfThemIsSecret() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys", hasSize(1))
                .body("keys[0].crv", equalTo("Ed25519"))
                .body("keys[0]", not(hasKey("d")));
    }

    /** Makes the checkpoint of today, tomorrow. */
    private String dayEnds() {
        time.advance(Duration.ofDays(1));
        checkpoints.make();
        return yesterday();
    }

    private String yesterday() {
        return LocalDate.ofInstant(time.instant(), ZoneOffset.UTC).minusDays(1).toString();
    }

    private static int count() {
        return Integer.parseInt(
                Desk.query("select count(*) from record_checkpoint").getFirst());
    }

    private static ValidatableResponse proof(UUID caseId) {
        return Desk.auditor().get("/v1/cases/{id}/record/proof", caseId).then();
    }

    private static ValidatableResponse verification(UUID caseId) {
        return Desk.auditor()
                .get("/v1/cases/{id}/record/verification", caseId)
                .then()
                .statusCode(200);
    }

    private static void assertSigned(String note, String keyId, String signature) throws GeneralSecurityException {
        JsonPath keys = given().get("/.well-known/jwks.json").jsonPath();
        byte[] raw = Base64.getUrlDecoder().decode(keys.getString("keys.find { it.kid == '" + keyId + "' }.x"));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(HEX.parseHex(ED25519 + HEX.formatHex(raw)))));
        verifier.update(note.getBytes(UTF_8));
        assertTrue(verifier.verify(HEX.parseHex(signature)));
    }

    /** From above: each step says on which side the leaf is, down to it; then the path is climbed. */
    private static byte[] climb(byte[] leaf, long number, long leaves, List<String> path)
            throws GeneralSecurityException {
        List<Boolean> onTheLeft = new ArrayList<>();
        long place = number;
        long size = leaves;
        while (size > 1) {
            long left = Long.highestOneBit(size - 1);
            boolean inLeft = place < left;
            onTheLeft.addFirst(inLeft);
            place = inLeft ? place : place - left;
            size = inLeft ? left : size - left;
        }
        assertEquals(onTheLeft.size(), path.size());
        byte[] hash = leaf;
        for (int i = 0; i < path.size(); i++) {
            byte[] other = HEX.parseHex(path.get(i));
            hash = onTheLeft.get(i) ? sha256(new byte[] {1}, hash, other) : sha256(new byte[] {1}, other, hash);
        }
        return hash;
    }

    private static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
