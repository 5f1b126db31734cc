// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Problems in the language of whoever meets them. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceStack.class,
        initArgs = {
            @ResourceArg(name = "database", value = "messaging"),
            @ResourceArg(name = "audience", value = "web-service")
        })
class ProblemLanguageTest {

    private static RequestSpecification reporter(String language) {
        return given().auth()
                .oauth2(Tokens.forClient("komdigi", "reporter"))
                .header("Accept-Language", language)
                .header("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static Response post(String language, String body) {
        return reporter(language).contentType("application/json").body(body).post("/v1/notes");
    }

    @Test
    void aProblemIsToldInIndonesianToWhoPrefersIt() {
        post("id-ID, en;q=0.5", "{}")
                .then()
                .statusCode(400)
                .header("Content-Language", equalTo("id"))
                .header("Vary", equalTo("Accept-Language"))
                .body("title", equalTo("Permintaan tidak sah"));
    }

    @Test
    void aProblemIsToldInEnglishToEverybodyElse() {
        post("ms, fr", "{}")
                .then()
                .statusCode(400)
                .header("Content-Language", equalTo("en"))
                .header("Vary", equalTo("Accept-Language"))
                .body("title", equalTo("The request is not valid"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"title": "a", "urgent": false, "lines": []}                                 | ukuran harus antara 1 dan 3
            {"title": "a", "urgent": false}                                              | wajib diisi
            {"title": " ", "urgent": false, "lines": [{"text": "a"}]}                    | tidak boleh kosong
            {"title": "a", "urgent": false, "lines": [{"text": "a"}], "colour": "BLUE"}  | harus salah satu dari RED, GREEN
            {"title": "a", "urgent": false, "lines": [{"text": "a", "colur": 1}]}        | properti 'colur' tidak dikenal
            {"title": "a", "urgent": "yes", "lines": [{"text": "a"}]}                    | harus berupa nilai boolean (true atau false)
            {"title": 7, "urgent": false, "lines": [{"text": "a"}]}                      | bukan teks (string) yang sah
            {"title": "a", "urgent": false, "lines": {"text": "a"}}                      | harus berupa larik (array)
            {"title": "a", "urgent": false, "lines": [{"text": "a"}], "due": "tomorrow"} | bukan waktu RFC 3339 dalam UTC yang sah
            {"title": "a\\u0000b", "urgent": false, "lines": [{"text": "a"}]}            | tidak boleh mengandung karakter NUL
            {"title": "a\\ud800b", "urgent": false, "lines": [{"text": "a"}]}            | tidak boleh mengandung surrogate tanpa pasangan
            {"title": "refused", "urgent": false, "lines": [{"text": "a"}]}              | ditolak oleh aturan
            {"title": "a"                                                                | berakhir sebelum lengkap
            {"title": "a", "title": "b"}                                                 | memuat properti 'title' lebih dari satu kali
            nonsense                                                                     | bukan JSON
            """)
    void whatIsWrongAtAPlaceIsToldInIndonesian(String body, String detail) {
        post("id", body).then().statusCode(400).body("errors.detail", contains(detail));
    }

    @Test
    void whatHttpRefusesIsToldInIndonesian() {
        Map<Response, String> titles = Map.of(
                given().header("Accept-Language", "id").get("/v1/notes"), "Diperlukan token yang sah",
                reporter("id").get("/v1/nothing"), "Tidak ditemukan",
                reporter("id").delete("/v1/notes"), "Sumber daya ini tidak mengenal metode tersebut",
                reporter("id").get("/v1/notes/unannotated"), "Tidak diizinkan",
                reporter("id").get("/v1/notes/fault"), "Terjadi gangguan di pihak kami");
        titles.forEach((response, title) -> {
            assertEquals(title, response.path("title"));
            assertEquals("id", response.header("Content-Language"));
        });
    }

    @Test
    void aLineAndAColumnAreToldInIndonesian() {
        post("id", "{\n  nonsense")
                .then()
                .body("title", equalTo("Isi permintaan bukan JSON yang benar"))
                .body("detail", equalTo("Baris 2, kolom 3."));
    }
}
