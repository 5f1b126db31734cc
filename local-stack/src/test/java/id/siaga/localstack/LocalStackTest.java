// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTest {

    @TempDir
    static Path root;

    private static final List<String> PROGRESS = new ArrayList<>();

    private static LocalStack stack;

    @BeforeAll
    static void start() throws IOException {
        StandInService.packageAllIn(root);
        KeptPrograms.linkInto(root.resolve(".siaga"));
        stack = LocalStack.start(StackOptions.of(root).withProgress(PROGRESS::add));
    }

    @AfterAll
    static void stop() {
        stack.close();
        assertFalse(Files.exists(stack.endpointsFile()));
    }

    @Test
    void aClientsTokenNamesItsPartyItsRolesAndOneService() throws Exception {
        for (Endpoints.Client client : stack.endpoints().clients().values()) {
            // When
            JsonNode claims = new TokenEndpoint(stack.endpoints()).claimsFor(client, "triage");

            // Then
            assertAll(
                    client.clientId(),
                    () -> assertEquals(client.party(), claims.path("party").asText()),
                    () -> assertEquals(Set.copyOf(client.roles()), texts(claims.path("roles"))),
                    () -> assertEquals("triage-service", claims.path("aud").asText()),
                    () -> assertEquals(
                            stack.endpoints().issuer(), claims.path("iss").asText()),
                    () -> assertFalse(claims.path("sub").asText().isEmpty()),
                    () -> assertFalse(claims.has("actor")));
        }
    }

    @Test
    void aPersonsTokenSaysThatItIsAPersons() throws Exception {
        for (Endpoints.Person person : stack.endpoints().persons().values()) {
            // When
            JsonNode claims = new TokenEndpoint(stack.endpoints()).claimsFor(person, "intake");

            // Then
            assertAll(
                    person.username(),
                    () -> assertEquals("person", claims.path("actor").asText()),
                    () -> assertEquals(person.party(), claims.path("party").asText()),
                    () -> assertEquals(Set.copyOf(person.roles()), texts(claims.path("roles"))),
                    () -> assertEquals("intake-service", claims.path("aud").asText()));
        }
    }

    @Test
    void aTokenIsForTheServicesThatWereAskedForAndNoOther() throws Exception {
        TokenEndpoint tokens = new TokenEndpoint(stack.endpoints());
        Endpoints.Client komdigi = account("komdigi");

        assertEquals(
                Set.of("intake-service"),
                texts(tokens.claimsFor(komdigi, "intake").path("aud")));
        assertEquals(
                Set.of("intake-service", "notification-service"),
                texts(tokens.claimsFor(komdigi, "intake notification").path("aud")));
    }

    @Test
    void onlyTheDeskClientLogsPersonsIn() throws Exception {
        Endpoints.Person ratna = requireNonNull(stack.endpoints().persons().get("ratna"));
        Endpoints.Client komdigi = account("komdigi");

        int status = new TokenEndpoint(stack.endpoints())
                .statusOf(Map.of(
                        "grant_type", "password",
                        "client_id", komdigi.clientId(),
                        "client_secret", komdigi.clientSecret(),
                        "username", ratna.username(),
                        "password", ratna.password()));

        assertEquals(400, status);
    }

    @Test
    void theEndpointsFileSaysWhatTheStackSays() throws IOException {
        assertEquals(stack.endpoints(), Endpoints.read(stack.endpointsFile()));
        assertEquals(
                Set.of("intake-service", "triage-service", "notification-service"),
                stack.endpoints().services().keySet());
    }

    @Test
    void aSecondStackOnTheSameFolderIsRefused() {
        StackFailure refused = assertThrows(StackFailure.class, () -> LocalStack.start(quietly(root)));
        assertEquals("another stack runs on " + root.resolve(".siaga") + ": stop it first", refused.getMessage());
        assertTrue(Files.exists(stack.endpointsFile()));
    }

    @Test
    void aTakenPortIsNamed(@TempDir Path another) throws IOException {
        StandInService.packageAllIn(another);
        int port = new Ports().free();
        try (ServerSocket squatter = new ServerSocket()) {
            squatter.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));

            StackFailure refused = assertThrows(
                    StackFailure.class, () -> LocalStack.start(quietly(another).withPort("triage-service=" + port)));

            assertEquals("port " + port + ", asked for triage-service, is taken", refused.getMessage());
        }
        assertNothingRunsOn(another);
    }

    @Test
    void aServiceThatIsNotPackagedIsNamed(@TempDir Path another) throws IOException {
        StackFailure refused = assertThrows(StackFailure.class, () -> LocalStack.start(quietly(another)));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("intake-service is not packaged"));
        assertNothingRunsOn(another);
    }

    @Test
    void aServiceThatDoesNotStartIsNamedAndTheRestIsStopped(@TempDir Path another) throws IOException {
        // Given
        StandInService.packageAllIn(another);
        KeptPrograms.linkInto(another.resolve(".siaga"));
        Path broken = another.resolve("triage-service/target/quarkus-app/quarkus-run.jar");
        Files.writeString(broken, "not a jar");

        // When
        StackFailure failure = assertThrows(StackFailure.class, () -> LocalStack.start(quietly(another)));

        // Then
        assertTrue(String.valueOf(failure.getMessage()).startsWith("triage-service does not start (exit code 1)"));
        assertFalse(Files.exists(another.resolve(".siaga/endpoints.json")));
        assertNothingRunsOn(another);
    }

    private static StackOptions quietly(Path checkout) {
        return StackOptions.of(checkout).withProgress(line -> {});
    }

    private static void assertNothingRunsOn(Path checkout) {
        assertEquals(List.of(), Running.on(checkout));
    }

    private static Endpoints.Client account(String party) {
        return requireNonNull(stack.endpoints().clients().get(party));
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        if (array.isTextual()) {
            // A single audience is written without the brackets.
            texts.add(array.asText());
        }
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
