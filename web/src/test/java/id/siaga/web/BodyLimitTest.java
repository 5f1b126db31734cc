// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How much of a body is taken, and what happens to the rest. */
@QuarkusTest
@QuarkusTestResource(
        value = ServiceStack.class,
        initArgs = {
            @ResourceArg(name = "database", value = "messaging"),
            @ResourceArg(name = "audience", value = "web-service")
        })
class BodyLimitTest {

    private static final String JSON = "Content-Type: application/json";
    private static final int IN_MEMORY = 1 << 20;
    private static final String TOO_LARGE = "urn:siaga:problem:too-large";

    private static RawRequest raw(String requestLine, String... headers) throws IOException {
        return RawRequest.open(requestLine, Tokens.forClient("komdigi", "reporter"), headers);
    }

    /** A note whose JSON is exactly so long. */
    private static byte[] note(int length) {
        byte[] note = new byte[length];
        Arrays.fill(note, (byte) ' ');
        byte[] json = """
                {"title": "Siaga", "urgent": false, "lines": [{"text": "one"}]}""".getBytes(UTF_8);
        System.arraycopy(json, 0, note, 0, json.length);
        return note;
    }

    private static void assertAnswer(String answer, int status, String type) {
        assertTrue(
                answer.startsWith("HTTP/1.1 " + status + " ") && answer.contains("\"type\":\"" + type + "\""), answer);
    }

    @Test
    void jsonMayBeAsLongAsTheLimitAndNoLonger() {
        for (int over = 0; over <= 1; over++) {
            given().auth()
                    .oauth2(Tokens.forClient("komdigi", "reporter"))
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .contentType("application/json")
                    .body(note(IN_MEMORY + over))
                    .post("/v1/notes")
                    .then()
                    .statusCode(over == 0 ? 201 : 413);
        }
    }

    @Test
    void whatDeclaresItselfTooLongIsRefusedBeforeItComes() throws IOException {
        try (RawRequest request = raw("POST /v1/notes", JSON, "Content-Length: 99999999999")) {
            assertAnswer(request.answer(), 413, TOO_LARGE);
        }
        try (RawRequest request = raw("PUT /v1/streams/whole", "Content-Length: " + (StreamResource.MOST + 1))) {
            assertAnswer(request.answer(), 413, TOO_LARGE);
        }
    }

    @Test
    void whatDoesNotDeclareItsLengthIsCutOffWhenItIsTooLong() throws IOException {
        String chunked = "Transfer-Encoding: chunked";
        try (RawRequest request = raw("POST /v1/notes", JSON, "Idempotency-Key: " + UUID.randomUUID(), chunked)) {
            assertAnswer(request.sendChunk(note(IN_MEMORY + 1)).answer(), 413, TOO_LARGE);
        }
        try (RawRequest request = raw("PUT /v1/streams/whole", chunked)) {
            assertAnswer(request.sendChunk(new byte[StreamResource.MOST + 1]).answer(), 413, TOO_LARGE);
        }
    }

    @Test
    void aStreamMayBeLongerThanWhatIsHeldInMemory() {
        given().auth()
                .oauth2(Tokens.forClient("komdigi", "reporter"))
                .contentType("application/octet-stream")
                .body(new byte[StreamResource.MOST])
                .put("/v1/streams/whole")
                .then()
                .statusCode(200)
                .body("read", equalTo(StreamResource.MOST));
    }

    @Test
    void aStreamIsReadAsItComes() throws IOException {
        try (RawRequest request = raw("PUT /v1/streams/beginning", "Content-Length: 3000000")) {
            String answer = request.send("S".getBytes(UTF_8)).answer();
            assertTrue(answer.startsWith("HTTP/1.1 200 ") && answer.contains("{\"first\":83}"), answer);
        }
    }

    @Test
    void whoSendsItAllBeforeReadingGetsTheAnswerToo() throws IOException {
        // Given
        byte[] body = new byte[8 << 20];
        for (String path : new String[] {"unread", "beginning", "whole"}) {
            try (RawRequest request = raw("PUT /v1/streams/" + path, "Content-Length: " + body.length)) {
                // When
                String answer = request.send(body).answer();
                // Then
                assertTrue(answer.startsWith("HTTP/1.1 4") || answer.startsWith("HTTP/1.1 200"), answer);
            }
        }
    }

    @Test
    void aBodyThatIsBrokenOffDisturbsNobody() throws IOException {
        for (String path : new String[] {"/v1/streams/whole", "/v1/notes"}) {
            raw("PUT " + path, JSON, "Content-Length: 500000")
                    .send(new byte[100_000])
                    .close();
        }
        aStreamMayBeLongerThanWhatIsHeldInMemory();
    }
}
