// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import id.siaga.intake.submission.ReportFixture;
import id.siaga.web.Tokens;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;

/** Files as parties send them, and requests about them. */
public final class EvidenceFixture {

    private static final byte[] PNG = "\u0089PNG\r\n\u001a\n".getBytes(ISO_8859_1);

    private EvidenceFixture() {}

    /** A picture as long as asked for, and like no other. */
    public static byte[] aPicture(int length) {
        byte[] picture = new byte[length];
        new Random(UUID.randomUUID().getMostSignificantBits()).nextBytes(picture);
        System.arraycopy(PNG, 0, picture, 0, PNG.length);
        return picture;
    }

    public static String sha256(byte[] file) {
        return HexFormat.of().formatHex(Sha256.digest().digest(file));
    }

    public static String aReportOf(String party) {
        return aReportOf(party, ReportFixture.aReport());
    }

    static String aReportOf(String party, ReportFixture report) {
        return as(party, "reporter")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(report.json())
                .post("/v1/reports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Response put(String party, String report, byte[] file) {
        return put(party, report, sha256(file), "image/png", file);
    }

    static Response put(String party, String report, String sha256, String type, byte[] file) {
        String bare = type.replaceFirst(";.*", "");
        var asItIs = EncoderConfig.encoderConfig().encodeContentTypeAs(bare, ContentType.BINARY);
        return as(party, "reporter")
                .config(RestAssuredConfig.config().encoderConfig(asItIs))
                .contentType(type)
                .body(file)
                .put(path(report, sha256));
    }

    public static Response grant(String report, String sha256, UUID order, String platform, Object expiresAt) {
        return officer()
                .contentType("application/json")
                .body("{\"platform\": \"%s\", \"expiresAt\": \"%s\"}".formatted(platform, expiresAt))
                .put(path(report, sha256) + "/grants/" + order);
    }

    static String path(String report, String sha256) {
        return "/v1/reports/" + report + "/evidence/" + sha256;
    }

    static RequestSpecification as(String party, String... roles) {
        return given().auth().oauth2(Tokens.forClient(party, roles));
    }

    static RequestSpecification officer() {
        return given().auth().oauth2(Tokens.forPerson("posko", "ratna", "officer"));
    }
}
