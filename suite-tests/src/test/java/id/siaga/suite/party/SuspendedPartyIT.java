// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.party;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Identity;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.client.Suite;
import id.siaga.suite.Checkout;
import id.siaga.suite.ElectionDesk;
import id.siaga.suite.RawTokens;
import id.siaga.suite.RunningSuite;
import id.siaga.suite.WebhookSink;
import id.siaga.suite.party.PartyCommands.Said;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of orders, persons and endpoints of parties that are suspended while they are at work. */
@ExtendWith(RunningSuite.class)
class SuspendedPartyIT {

    private static final String PLATFORM = "line";
    private static final String ORGANISATION = "bssn";
    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private final PartyCommands commands = new PartyCommands(HTTP);

    @AfterEach
    void resume() {
        done("resume", PLATFORM);
        done("resume", ORGANISATION);
    }

    @AfterAll
    static void close() {
        HTTP.close();
    }

    private void done(String... arguments) {
        Said said = commands.run(arguments);
        assertEquals(0, said.code(), said.text());
    }

    private static int status(Suite suite, String token, String path) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(suite.resolve(Service.TRIAGE, path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    private static String order(ElectionDesk desk) {
        String post = Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 8);
        return desk.order(desk.report("kpu", "https://linevoom.line.me/post/" + post));
    }

    private static JsonNode attempts(ElectionDesk desk, String order) {
        return desk.send("ratna", Call.get(Service.TRIAGE, "/v1/orders/" + order + "/service-attempts"))
                .path("attempts");
    }

    private static boolean toldOf(WebhookSink sink, String order) {
        return sink.first("id.siaga.order.issued.v1", order).isPresent();
    }

    @Test
    void aPlatformIsToldNothingAndItsOrdersAreTheDesksToServe(Api api) throws Exception {
        Suite suite = api.suite();
        ElectionDesk desk = new ElectionDesk(api);
        try (WebhookSink sink = new WebhookSink()) {
            // Given a platform at work, that has a token
            String endpoint = desk.send(
                            PLATFORM,
                            ElectionDesk.post(Service.NOTIFICATION, "/v1/endpoints", """
                            {"url": "%s", "eventTypes": ["order.*"]}""".formatted(sink.url())))
                    .path("id")
                    .asText();
            await().atMost(SOON).until(() -> statusOf(desk, endpoint), "ACTIVE"::equals);
            String before = order(desk);
            await().atMost(SOON).until(() -> toldOf(sink, before));
            String token = RawTokens.of(suite, PLATFORM, "triage");
            assertEquals(200, status(suite, token, "/v1/orders"));

            // When
            done("suspend", PLATFORM, "--reason", "Its keys were published.");

            // Then
            await().atMost(BOUND).until(() -> status(suite, token, "/v1/orders") == 401);
            assertEquals("", RawTokens.of(suite, PLATFORM, "triage"), "the issuer still gives tokens");
            assertTrue(commands.run("show", PLATFORM).text().contains(endpoint + ", PAUSED"));
            String during = order(desk);
            JsonNode tried = attempts(desk, during);
            assertEquals(List.of("WEBHOOK"), tried.findValuesAsText("route"));
            assertEquals(List.of("FAILED"), tried.findValuesAsText("outcome"));
            assertTrue(desk.send("ratna", Call.get(Service.TRIAGE, "/v1/tasks?kind=SERVE_ORDER&limit=200"))
                    .toString()
                    .contains(during));

            // and it is told again of what comes when it is let in, and finds what it was not told
            done("resume", PLATFORM);
            String after = order(desk);
            await().atMost(SOON).until(() -> toldOf(sink, after));
            await().atMost(SOON).until(() -> desk.send(PLATFORM, Call.get(Service.NOTIFICATION, "/v1/events?limit=500"))
                    .toString()
                    .contains(during));
            assertEquals(false, toldOf(sink, during));
            assertEquals(0, attempts(desk, after).size());
            desk.send(PLATFORM, Call.delete(Service.NOTIFICATION, "/v1/endpoints/" + endpoint));
        }
    }

    private static String statusOf(ElectionDesk desk, String endpoint) {
        return desk.send(PLATFORM, Call.get(Service.NOTIFICATION, "/v1/endpoints/" + endpoint))
                .path("status")
                .asText();
    }

    @Test
    void personsAreKeptOutWithTheirParty(Api api) throws Exception {
        Suite suite = api.suite();
        PartyTokens tokens = new PartyTokens(HTTP, suite.tokenEndpoint());
        String token = tokenOf(suite, tokens, "dimas").orElseThrow();
        assertEquals(200, status(suite, token, "/v1/cases"));

        done("suspend", ORGANISATION, "--reason", "An inquiry.");
        await().atMost(BOUND).until(() -> status(suite, token, "/v1/cases") == 401);
        assertEquals(Optional.empty(), tokenOf(suite, tokens, "dimas"));
        assertEquals(Optional.empty(), tokenOf(suite, tokens, "yusuf"));
        assertTrue(tokenOf(suite, tokens, "ratna").isPresent());

        done("resume", ORGANISATION);
        await().atMost(BOUND).until(() -> status(suite, token, "/v1/cases") == 200);
        assertTrue(tokenOf(suite, tokens, "dimas").isPresent());
        assertTrue(tokenOf(suite, tokens, "yusuf").isPresent());
    }

    private static Optional<String> tokenOf(Suite suite, PartyTokens tokens, String person)
            throws IOException, InterruptedException {
        Identity identity = suite.identity(person);
        return tokens.ask("grant_type=password&scope=triage&client_id=" + identity.clientId() + "&username="
                + identity.username() + "&password=" + identity.password());
    }

    @Test
    void theProgramRunsElsewhereByWhatItsEnvironmentTells(Api api) throws Exception {
        // Given
        JsonNode facts = new ObjectMapper().readTree(Files.readString(RunningSuite.DATA.resolve("endpoints.json")));
        Path secret = Files.writeString(
                folder.resolve("secret"), facts.at("/operator/clientSecret").asText() + "\n");
        Map<String, String> environment = Map.of(
                "SIAGA_ISSUER", facts.path("issuer").asText(),
                "SIAGA_OPERATOR_CLIENT_ID", facts.at("/operator/clientId").asText(),
                "SIAGA_OPERATOR_CLIENT_SECRET_FILE", secret.toString(),
                "SIAGA_INTAKE_URL", facts.at("/services/intake-service/url").asText(),
                "SIAGA_TRIAGE_URL", facts.at("/services/triage-service/url").asText(),
                "SIAGA_NOTIFICATION_URL",
                        facts.at("/services/notification-service/url").asText());
        // When
        String said = program(environment, 0, "party", "show", "kpu");
        // Then
        assertTrue(said.contains("client, enabled, a secret"), said);
        assertTrue(program(Map.of("SIAGA_ISSUER", facts.path("issuer").asText()), 1, "party", "list")
                .contains("SIAGA_OPERATOR_CLIENT_SECRET_FILE is not set"));
        assertTrue(program(Map.of(), 0, "party", "suspend", "--help").contains("--reason"));
        assertTrue(program(environment, 2, "party", "suspend", "kpu").contains("--reason"));
        assertTrue(api.suite().identities().containsKey("kpu"));
    }

    private static String program(Map<String, String> environment, int code, String... arguments) throws Exception {
        Path jar = Checkout.ROOT.resolve("operations/target/siaga-operations.jar");
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                        Stream.of(System.getProperty("java.home") + "/bin/java", "-jar", jar.toString()),
                        Stream.of(arguments))
                .toList());
        builder.directory(Checkout.ROOT.resolve("operations/target").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SIAGA_"));
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals(code, process.exitValue(), said);
        return said;
    }
}
