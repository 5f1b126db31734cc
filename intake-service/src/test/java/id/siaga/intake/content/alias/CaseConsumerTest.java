// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content.alias;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.intake.Captured;
import id.siaga.messaging.Uuid7;
import id.siaga.web.Contracts;
import id.siaga.web.KafkaTopic;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What triage will publish, byte for byte, and what a key then stands for. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class CaseConsumerTest {

    private static final Captured CAPTURED = Captured.read("content-aliased.v1.json");
    private static final String FROM = "tiktok:short:vt/ZS2rJqaky";
    private static final String TO = "tiktok:video:7301234567890123456";

    private final KafkaTopic cases = new KafkaTopic("triage.case.v1");
    private final KafkaTopic deadLetters = new KafkaTopic("intake-service.cases-in.dlq");

    @Test
    void theCaptureIsWhatTriagePromises() {
        Contracts.of("triage-service").assertValid("content-aliased.v1", CAPTURED.value());
        assertEquals(
                JsonPath.from(Contracts.of("triage-service").example("content-aliased.v1"))
                        .getMap("$"),
                JsonPath.from(new String(CAPTURED.value(), StandardCharsets.UTF_8))
                        .getMap("$"));
    }

    @Test
    void aKeyStandsForWhatTheDeskSays() {
        // When
        CAPTURED.sendTo(cases);
        // Then
        awaitRepresentative("https://vt.tiktok.com/ZS2rJqaky/", TO);
        awaitRepresentative("https://www.tiktok.com/@warga/video/7301234567890123456", TO);
    }

    @Test
    void aliasesOfAliasesLeadToOneWhateverIsRepeated() {
        // Given
        Captured first = about("tiktok:short:vt/ChainA1", "tiktok:short:vt/ChainB1");
        Captured second = about("tiktok:short:vt/ChainB1", "tiktok:short:vt/ChainC1");
        Captured round = about("tiktok:short:vt/ChainC1", "tiktok:short:vt/ChainA1");
        // When
        first.sendTo(cases);
        first.sendTo(cases);
        second.sendTo(cases);
        round.sendTo(cases);
        about("tiktok:short:vt/ChainD1", "tiktok:short:vt/ChainA1").sendTo(cases);
        // Then
        for (String code : List.of("ChainD1", "ChainA1", "ChainB1", "ChainC1")) {
            awaitRepresentative("https://vt.tiktok.com/" + code, "tiktok:short:vt/ChainC1");
        }
    }

    @Test
    void whatCanNeverBeTakenGoesToItsDeadLetterTopicAlone() {
        // Given
        Captured malformed = about("tiktok:short:vt/P1", "tiktok:short:vt/P2").replacing("{", "[");
        Captured noKey = about("tiktok:short:vt/P3", "nothing");
        Captured oneKey = about("tiktok:short:vt/P4", "tiktok:short:vt/P4");
        Captured beyondTime =
                about("tiktok:short:vt/P5", "tiktok:short:vt/P6").replacing("2024-11-27", "+999999-11-27");
        Captured other = about("tiktok:short:vt/P7", "tiktok:short:vt/P8")
                .with("ce_type", "id.siaga.case.closed.v1")
                .replacing("{", "[");
        Captured good = about("tiktok:short:vt/Good1", "tiktok:short:vt/Good2");
        // When
        List.of(malformed, noKey, oneKey, beyondTime, other, good).forEach(one -> one.sendTo(cases));
        // Then
        awaitRepresentative("https://vt.tiktok.com/Good1", "tiktok:short:vt/Good2");
        for (Captured poison : List.of(malformed, noKey, oneKey, beyondTime)) {
            String id = String.valueOf(poison.headers().get("ce_id"));
            List<ConsumerRecord<String, byte[]>> buried = deadLetters.await(
                    1, one -> id.equals(KafkaTopic.headers(one).get("ce_id")));
            assertArrayEquals(poison.value(), buried.getFirst().value());
        }
    }

    private static Captured about(String from, String to) {
        return CAPTURED.with("ce_id", Uuid7.next(Clock.systemUTC()).toString())
                .replacing(FROM, from)
                .replacing(TO, to);
    }

    private static void awaitRepresentative(String url, String representative) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> given().auth()
                .oauth2(Tokens.forClient("mafindo", "reporter"))
                .queryParam("url", url)
                .get("/v1/content-keys")
                .then()
                .statusCode(200)
                .body("representative", equalTo(representative)));
    }
}
