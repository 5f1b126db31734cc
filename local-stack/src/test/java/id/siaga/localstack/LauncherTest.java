// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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
        assertFalse(Files.exists(endpointsFile()));
    }

    @Test
    void anOrderedStopEndsEveryProcess() throws Exception {
        awaitUp();

        launcher.destroy();

        assertTrue(launcher.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        assertEquals(List.of(), Running.on(root));
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

    private void awaitUp() {
        await().atMost(PATIENCE)
                .failFast("the launcher has ended", () -> !launcher.isAlive())
                .until(() -> Files.exists(endpointsFile()));
    }

    private Path endpointsFile() {
        return root.resolve(".siaga/endpoints.json");
    }
}
