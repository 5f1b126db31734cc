// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerProgramTest {

    private static final String SERVICE = "intake-service";

    @TempDir
    Path root;

    @Test
    void aContainerMayDoNothingThatAClusterWouldForbid() throws IOException {
        List<String> command = command("podman");

        assertTrue(command.containsAll(List.of(
                "--read-only",
                "--tmpfs=/tmp:rw,noexec,nosuid,nodev,size=16m",
                "--read-only-tmpfs=false",
                "--cap-drop=ALL",
                "--security-opt=no-new-privileges",
                "--user=54321:0",
                "--memory=256m",
                "--memory-swap=256m")));
        assertEquals("siaga/intake-service:1.2.3", command.getLast());
    }

    @Test
    void dockerIsNotToldWhatItDoesNotKnow() throws IOException {
        assertFalse(command("docker").contains("--read-only-tmpfs=false"));
    }

    @Test
    void variablesAreNamedAndTheirValuesAreInNoCommandLine() throws IOException {
        assertEquals(
                List.of("--env=KAFKA_BOOTSTRAP_SERVERS", "--env=QUARKUS_DATASOURCE_PASSWORD"),
                command("podman").stream()
                        .filter(word -> word.startsWith("--env"))
                        .toList());
    }

    private List<String> command(String tool) throws IOException {
        StackOptions options = StackOptions.of(root).withImages(new Images(Set.of(SERVICE), tool, "1.2.3"));
        return Program.of(SERVICE, options)
                .command(SERVICE, Set.of("QUARKUS_DATASOURCE_PASSWORD", "KAFKA_BOOTSTRAP_SERVERS"), new Folder(root));
    }
}
