// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.party;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.client.Suite;
import id.siaga.suite.RunningSuite;
import id.siaga.suite.party.PartyCommands.Said;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A party comes, changes its keys, is kept out for a while and leaves. */
@ExtendWith(RunningSuite.class)
class PartyLifeIT {

    /** Within this nobody of a party that was suspended gets in any more, whichever replica is asked. */
    private static final Duration BOUND = Duration.ofSeconds(5);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private final PartyCommands commands = new PartyCommands(HTTP);

    @AfterAll
    static void close() {
        HTTP.close();
    }

    private static String aName() {
        return "party-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private void done(String... arguments) {
        Said said = commands.run(arguments);
        assertEquals(0, said.code(), said.text());
    }

    private void refused(String why, String... arguments) {
        Said said = commands.run(arguments);
        assertEquals(1, said.code(), said.text());
        assertTrue(said.text().contains(why), said.text());
    }

    private static int reports(Suite suite, String token) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(suite.resolve(Service.INTAKE, "/v1/reports"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(BodyPublishers.ofString("""
                                        {"category": "hoax", "statementOfReasons": "It did not happen.", "goodFaith": true,
                                         "items": [{"url": "https://youtu.be/%s"}]}""".formatted(
                                                UUID.randomUUID().toString().substring(0, 8))))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aPartyComesChangesItsKeyIsKeptOutAndLeaves(Api api) throws Exception {
        Suite suite = api.suite();
        PartyTokens tokens = new PartyTokens(HTTP, suite.tokenEndpoint());
        String party = aName();
        Path first = folder.resolve("first.pem");
        Path second = folder.resolve("second.pem");

        // It comes
        done("onboard", party, "--kind", "reporter", "--new-key", first.toString(), "--reason", "MoU 12/2026");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(first)));
        String token = tokens.byKey(party, first, "intake").orElseThrow();
        assertEquals(201, reports(suite, token));
        done("onboard", party, "--kind", "reporter", "--new-key", first.toString());
        refused("as reporter", "onboard", party, "--kind", "partner", "--new-key", first.toString());
        refused("by something else", "onboard", party, "--kind", "reporter", "--new-key", second.toString());
        assertTrue(commands.run("list").text().contains(party));

        // It changes its key: both are good, then the new one
        done("rotate", party, "--new-key", second.toString());
        await().atMost(Duration.ofMinutes(1))
                .until(() -> tokens.byKey(party, second, "intake").isPresent());
        assertTrue(tokens.byKey(party, first, "intake").isPresent(), "the old key ended too early");
        refused(
                "two keys",
                "rotate",
                party,
                "--new-key",
                folder.resolve("third.pem").toString());
        done("rotate", party, "--end-old");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> tokens.byKey(party, first, "intake").isEmpty());
        assertTrue(tokens.byKey(party, second, "intake").isPresent());

        // It is kept out, also with the token that it has
        assertEquals(201, reports(suite, token));
        done("suspend", party, "--reason", "It was asked to.");
        await().atMost(BOUND).until(() -> reports(suite, token) == 401);
        assertEquals(Optional.empty(), tokens.byKey(party, second, "intake"));
        refused("is suspended", "onboard", party, "--kind", "reporter", "--new-key", second.toString());
        Said shown = commands.run("show", party);
        assertTrue(shown.text().contains("SUSPENDED by siaga-parties/"), shown.text());
        assertTrue(shown.text().contains(": It was asked to."), shown.text());
        assertFalse(shown.text().contains("person"), shown.text());

        // It is let in again
        done("resume", party);
        await().atMost(BOUND).until(() -> reports(suite, token) == 201);
        assertTrue(tokens.byKey(party, second, "intake").isPresent());

        // It leaves
        done("leave", party, "--reason", "It was dissolved.");
        await().atMost(BOUND).until(() -> reports(suite, token) == 401);
        assertEquals(Optional.empty(), tokens.byKey(party, second, "intake"));
        done("leave", party, "--reason", "Once more.");
        refused("needs another name", "onboard", party, "--kind", "reporter", "--new-key", second.toString());
        refused("has left", "resume", party);
        refused("has left", "suspend", party, "--reason", "Too late.");
    }

    @Test
    void aSecretIsRotatedOnlyWithAGap(Api api) throws Exception {
        PartyTokens tokens = new PartyTokens(HTTP, api.suite().tokenEndpoint());
        String party = aName();
        Path secret = folder.resolve("secret");
        Path next = folder.resolve("next");
        done("onboard", party, "--kind", "partner", "--new-secret", secret.toString());
        String old = Files.readString(secret).strip();
        assertTrue(tokens.bySecret(party, old, "notification").isPresent());
        assertEquals(Optional.empty(), tokens.bySecret(party, old, "triage"), "a partner has nothing to do there");

        refused("--at-once", "rotate", party, "--new-secret", next.toString());
        assertFalse(Files.exists(next));
        done("rotate", party, "--new-secret", next.toString(), "--at-once");

        assertTrue(tokens.bySecret(party, Files.readString(next).strip(), "notification")
                .isPresent());
        assertEquals(Optional.empty(), tokens.bySecret(party, old, "notification"));
    }

    @Test
    void eachCommandGoesOnWhereItWasKilled(Api api) throws Exception {
        Suite suite = api.suite();
        PartyTokens tokens = new PartyTokens(HTTP, suite.tokenEndpoint());
        Path key = folder.resolve("key.pem");
        boolean killed = true;
        int changes = 1;
        for (; killed; changes++) {
            String party = aName();
            String[] onboard = {"onboard", party, "--kind", "reporter", "--new-key", key.toString()};
            killed = commands.runAndDieAfter(changes, onboard);
            done(onboard);
            String token = tokens.byKey(party, key, "intake").orElseThrow();
            assertEquals(201, reports(suite, token), "killed after " + changes);

            String[] suspend = {"suspend", party, "--reason", "A rehearsal."};
            killed |= commands.runAndDieAfter(changes, suspend);
            done(suspend);
            await().atMost(BOUND).until(() -> reports(suite, token) == 401);
            assertEquals(Optional.empty(), tokens.byKey(party, key, "intake"));

            killed |= commands.runAndDieAfter(changes, "resume", party);
            done("resume", party);
            await().atMost(BOUND).until(() -> reports(suite, token) == 201);

            String[] leave = {"leave", party, "--reason", "The end of the rehearsal."};
            killed |= commands.runAndDieAfter(changes, leave);
            done(leave);
            await().atMost(BOUND).until(() -> reports(suite, token) == 401);
            Said shown = commands.run("show", party);
            assertFalse(shown.text().contains("client"), shown.text());
        }
        assertTrue(changes > 7, "a command that changes something in few places: " + changes);
    }

    @Test
    void aDryRunChangesNothing(Api api) {
        String party = aName();
        Path key = folder.resolve("never.pem");
        Said said = commands.run("onboard", party, "--kind", "platform", "--new-key", key.toString(), "--dry-run");
        assertEquals(0, said.code(), said.text());
        assertTrue(said.text().contains("would  triage admits it as platform"), said.text());
        assertFalse(Files.exists(key));
        refused("nobody knows", "show", party);
        refused("no service knows", "suspend", party, "--reason", "Why not.");

        done("suspend", "elsam", "--reason", "Why not.", "--dry-run");
        assertFalse(commands.run("show", "elsam").text().contains("SUSPENDED"));
        assertTrue(api.suite().identities().containsKey("elsam"));
    }
}
