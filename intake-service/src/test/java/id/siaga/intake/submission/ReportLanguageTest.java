// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import static id.siaga.intake.submission.ReportFixture.aReport;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class ReportLanguageTest {

    private static Response post(String body) {
        return given().auth()
                .oauth2(Tokens.forClient("mafindo", "reporter"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Accept-Language", "id-ID,id;q=0.9,en;q=0.8")
                .contentType("application/json")
                .body(body)
                .post("/v1/reports");
    }

    @Test
    void whatIsWrongWithAReportIsToldInIndonesian() {
        post(aReport()
                        .with("category", "rumour")
                        .about("http://localhost/a")
                        .item(Map.of("url", "https://example.org/a", "text", "b"))
                        .json())
                .then()
                .statusCode(400)
                .header("Content-Language", equalTo("id"))
                .body("title", equalTo("Permintaan tidak sah"))
                .body("errors[0].detail", startsWith("harus salah satu dari child-sexual-abuse, "))
                .body("errors[1].detail", equalTo("host-nya bukan alamat di internet publik"))
                .body("errors[2].detail", equalTo("harus memuat salah satu saja dari url dan text"));
    }

    @Test
    void whatAValidatorFindsIsToldInIndonesian() {
        post(aReport()
                        .with("region", "Jawa Barat")
                        .with("reference", "x".repeat(101))
                        .with("items", List.of())
                        .json())
                .then()
                .statusCode(400)
                .body(
                        "errors.detail",
                        containsInAnyOrder(
                                "harus berupa kode ISO 3166-2:ID, misalnya ID-JB",
                                "ukuran harus antara 0 dan 100",
                                "tidak boleh kosong"));
    }

    @Test
    void aReportThatIsNotThereIsToldInIndonesian() {
        given().auth()
                .oauth2(Tokens.forClient("mafindo", "reporter"))
                .header("Accept-Language", "id")
                .get("/v1/reports/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .header("Content-Language", equalTo("id"))
                .body("title", equalTo("Tidak ditemukan"));
    }
}
