// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.fuzz;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.siaga.intake.submission.ReportFixture;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the OpenAPI document against what nobody should send. Whatever comes, the answer is no 5xx and tells
 * nothing of our insides, and the service goes on. Another seed: {@code -Dsiaga.fuzz.seed=7}, more of it:
 * {@code -Dsiaga.fuzz.rounds=1000}.
 */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class FuzzTest {

    private static final long SEED = Long.getLong("siaga.fuzz.seed", 1);
    private static final int ROUNDS = Integer.getInteger("siaga.fuzz.rounds", 40);
    private static final List<String> TYPES =
            List.of("application/xml", "text/plain", "multipart/form-data", "x", "*/*");
    private static final List<String> TEXTS =
            List.of("", "%00", "%ff%fe", "..%2f..%2f", "'", "-1", "9".repeat(400), "%F0%9F%92%A3", "null");

    /** Sound bodies, from which the spoilt ones are made. */
    private static final Map<String, String> SOUND = Map.of(
            "/v1/reports",
            ReportFixture.aReport().json(),
            "/v1/reports/batch",
            "{\"reports\": [" + ReportFixture.aReport().json() + "]}",
            "/v1/reports/imports",
            ReportFixture.aReport().json(),
            "/v1/reports/{id}/supplements",
            "{\"statement\": \"x\", \"items\": [1], \"references\": []}",
            "/v1/reports/{id}/withdrawal",
            "{\"reason\": \"x\", \"items\": [1]}",
            "/v1/reports/{id}/legal-hold",
            "{\"reason\": \"x\"}",
            "/v1/books/{book}/restatements",
            "{\"reason\": \"x\", \"known\": [{\"id\": \"01a22fa4-3e2e-7baf-8686-b44f9a94e400\", \"told\": 0, \"sequence\": 0}]}",
            "/v1/parties/{party}/standing",
            "{\"standing\": \"ADMITTED\", \"roles\": [\"partner\"], \"reason\": \"x\"}");

    /** An operation and one answer of it. */
    private record Answered(String operation, String sent, int status, String type, String body) {}

    @TestHTTPResource
    URL service;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Random chance = new Random(SEED);
    private final List<Answered> answers = new ArrayList<>();

    @Test
    void noBodyAndNoParameterBreaksTheService() throws Exception {
        JsonNode paths = new YAMLMapper()
                .readTree(Path.of("contracts", "openapi.yaml").toFile())
                .path("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String method = operation.getKey().toUpperCase(java.util.Locale.ROOT);
                if (List.of("POST", "PUT").contains(method)) {
                    bodies(method, path.getKey());
                } else {
                    parameters(method, path.getKey(), operation.getValue());
                }
            }
        }
        assertTrue(answers.size() > 10 * paths.size(), "sent too little: " + answers.size());
        assertEquals(List.of(), answers.stream().filter(FuzzTest::isFault).toList());
        stillWell();
    }

    @Test
    void whatIsTooLongOrTooSlowDisturbsNobody() throws Exception {
        // Given: bodies of 20 MiB, and some that never end
        byte[] long20 = new byte[20 << 20];
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Socket socket = new Socket(service.getHost(), service.getPort());
            socket.getOutputStream().write(head("/v1/reports", 1000).getBytes(UTF_8));
            socket.getOutputStream().write('{');
            slow.add(socket);
        }
        // When
        HttpResponse<String> tooLong = client.send(
                request("/v1/reports").POST(BodyPublishers.ofByteArray(long20)).build(), BodyHandlers.ofString());
        // Then
        assertEquals(413, tooLong.statusCode(), tooLong.body());
        stillWell();
        for (Socket socket : slow) {
            socket.close();
        }
        stillWell();
    }

    private void bodies(String method, String path) throws Exception {
        String sound = SOUND.getOrDefault(path, "{\"platform\": \"tiktok\", \"expiresAt\": \"2030-01-01T00:00:00Z\"}");
        for (String body : HostileValues.BODIES) {
            send(method, path, body, typeOf(path));
        }
        for (int round = 0; round < ROUNDS; round++) {
            send(method, path, HostileValues.spoilt(sound, chance), typeOf(path));
        }
        for (String type : TYPES) {
            send(method, path, sound, type);
        }
    }

    private static String typeOf(String path) {
        return path.endsWith("/imports") ? "application/x-ndjson" : "application/json";
    }

    private void parameters(String method, String path, JsonNode operation) throws Exception {
        for (String text : TEXTS) {
            send(method, path.replaceAll("\\{[^}]*}", text.isEmpty() ? "%20" : text), "", "application/json");
            for (JsonNode parameter : operation.path("parameters")) {
                String name = parameter.path("name").asText();
                if (parameter.path("in").asText().equals("query")) {
                    send(method, path + "?" + URLEncoder.encode(name, UTF_8) + "=" + text, "", "application/json");
                }
            }
        }
    }

    private void send(String method, String path, String body, String type) throws Exception {
        String address = path.replace("{id}", id())
                .replace("{sha256}", "ab".repeat(32))
                .replace("{orderId}", id())
                .replace("{book}", "reported-items")
                .replace("{party}", "pantau");
        URI uri;
        try {
            uri = new URI(service.toString().replaceAll("/$", "") + address);
        } catch (java.net.URISyntaxException e) {
            throw new IllegalArgumentException(address, e);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(Duration.ofSeconds(60))
                .header(
                        "Authorization",
                        "Bearer " + Tokens.forPerson("siaga-ops", "dewi", "reporter", "officer", "operator"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body));
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        answers.add(new Answered(
                method + " " + path,
                body.length() > 200 ? body.substring(0, 200) + "…" : body,
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                answer.body()));
    }

    private static String id() {
        return "019aa9a1-6d00-7b3e-9c51-4f0d2a6b8e11";
    }

    private static boolean isFault(Answered answer) {
        boolean leaks = answer.body().contains("Exception") || answer.body().contains("id.siaga.");
        boolean unexplained = answer.status() >= 400
                && answer.status() != 404
                && !answer.type().startsWith("application/problem+json");
        return answer.status() >= 500 || leaks || unexplained;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service.toString().replaceAll("/$", "") + path))
                .header("Authorization", "Bearer " + Tokens.forClient("komdigi", "reporter"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json");
    }

    private String head(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: siaga\r\nAuthorization: Bearer "
                + Tokens.forClient("komdigi", "reporter")
                + "\r\nIdempotency-Key: " + UUID.randomUUID()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
    }

    /** It takes a report as if nothing had been. */
    private static void stillWell() throws IOException {
        String report = ReportFixture.aReport().json();
        assertFalse(new ObjectMapper().readTree(report).isEmpty());
        given().auth()
                .oauth2(Tokens.forClient("komdigi", "reporter"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(report)
                .post("/v1/reports")
                .then()
                .statusCode(201);
    }
}
