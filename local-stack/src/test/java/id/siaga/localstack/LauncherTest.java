// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path root;

    private Process launcher;

    @BeforeEach
    void launch() throws IOException {
        StandInService.packageAllIn(root);
        KeptPrograms.linkInto(root.resolve(".siaga"));
        List<String> command = new ArrayList<>(Jvm.command(Launcher.class.getName()));
        command.add(1, "-Dsiaga.root=" + root);
        launcher = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("launcher.log").toFile())
                .start();
    }

    @AfterEach
    void nothingIsLeft() {
        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(List.of(), Running.on(root)));
        // By the last of them, whose command line is too long for the system to show.
        await().atMost(PATIENCE).until(() -> !Files.exists(root.resolve(".siaga/status.json")));
    }

    @Test
    void noProcessOutlivesALauncherThatIsKilled() {
        awaitUp();

        launcher.destroyForcibly();
    }

    @Test
    void noProcessOutlivesALauncherThatIsKilledWhileItStarts() {
        await().atMost(PATIENCE).until(() -> Files.exists(root.resolve(".siaga/logs/keycloak.log")));

        launcher.destroyForcibly();
    }

    @Test
    void aServiceThatIsKilledIsStartedAgainWhereItWas() throws Exception {
        // Given
        awaitUp();
        StackStatus.Part before = triage(0);
        await().atMost(PATIENCE).until(this::status, Integer.valueOf(0)::equals);

        // When
        kill(before.pid());

        // Then
        assertEquals(before.address(), triage(1).address());
        assertTrue(Files.readAllLines(root.resolve("launcher.log"))
                .contains("triage-service has died (killed by signal 9); it is started again"));

        // and what has been started anew is stopped, too
        launcher.destroy();
        assertTrue(launcher.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        assertEquals(3, status());
    }

    /** The service after that many restarts, at the address it had before, as soon as it answers there. */
    private StackStatus.Part triage(int restarts) {
        return await().atMost(PATIENCE)
                // What runs is told a moment after where it listens.
                .ignoreExceptionsInstanceOf(IllegalArgumentException.class)
                .until(
                        () -> StackStatus.read(root.resolve(".siaga"))
                                .orElseThrow()
                                .part("triage-service"),
                        part -> part.restarts() == restarts && answers(part));
    }

    private static boolean answers(StackStatus.Part part) {
        URI probe = URI.create(part.probe());
        try (Socket probing = new Socket(probe.getHost(), probe.getPort())) {
            return probing.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void kill(long pid) {
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !process.isAlive());
    }

    private int status() throws Exception {
        List<String> command = new ArrayList<>(Jvm.command(Status.class.getName()));
        command.add(root.resolve(".siaga").toString());
        return new ProcessBuilder(command)
                .redirectOutput(root.resolve("status.log").toFile())
                .start()
                .waitFor();
    }

    private void awaitUp() {
        await().atMost(PATIENCE)
                .failFast("the launcher has ended", () -> !launcher.isAlive())
                .until(() -> Files.exists(endpointsFile()));
    }

    private Path endpointsFile() {
        return root.resolve(".siaga/endpoints.json");
    }
}
