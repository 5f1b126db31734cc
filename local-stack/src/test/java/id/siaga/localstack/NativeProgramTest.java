// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeProgramTest {

    private static final String SERVICE = "intake-service";

    @TempDir
    Path root;

    @Test
    void theExecutableIsFoundAmongWhatABuildLeaves() throws IOException {
        built("intake-service-1.2.3-runner.jar");
        built("intake-service-1.2.3.jar");
        Path executable = built("intake-service-1.2.3-runner");
        assertTrue(executable.toFile().setExecutable(true));

        assertEquals(new NativeProgram(executable), NativeProgram.of(SERVICE, root));
    }

    @Test
    void whatIsNotBuiltIsNamedWithTheCommandThatBuildsIt() throws IOException {
        assertEquals(
                "intake-service has no native executable: run ./siaga native intake-service",
                assertThrows(StackFailure.class, () -> NativeProgram.of(SERVICE, root))
                        .getMessage());
        built("intake-service-1.2.3-runner");
        assertThrows(StackFailure.class, () -> NativeProgram.of(SERVICE, root), "half written, it cannot be run yet");
    }

    @Test
    void aServiceThatDoesNotExistIsRefused() {
        StackOptions options = StackOptions.of(root);

        assertEquals(
                "there is no service intake, only [intake-service, triage-service, notification-service]",
                assertThrows(StackFailure.class, () -> options.withNatives("triage-service,intake"))
                        .getMessage());
    }

    @Test
    void residentMemoryIsToldAsLongAsTheProcessLives() throws Exception {
        Process sleeper = new ProcessBuilder("sleep", "60").start();
        try {
            assertTrue(NativeProgram.resident(sleeper).endsWith(" MB resident"));
        } finally {
            sleeper.destroyForcibly().waitFor();
        }
        assertEquals("ended", NativeProgram.resident(sleeper));
    }

    private Path built(String name) throws IOException {
        return Files.writeString(
                Files.createDirectories(root.resolve(SERVICE).resolve("target")).resolve(name), "");
    }
}
