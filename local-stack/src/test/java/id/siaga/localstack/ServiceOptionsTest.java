// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceOptionsTest {

    private static final String INTAKE = "intake-service";

    @TempDir
    Path root;

    @Test
    void aServiceThatDoesNotExistCannotBeWanted() {
        // Given
        ServiceOptions wanted = new ServiceOptions(List.of("intake"), false, Map.of());
        // Then
        assertEquals(
                "there are no services but [intake-service, triage-service, notification-service]",
                assertThrows(StackFailure.class, () -> StackOptions.of(root).withServices(wanted))
                        .getMessage());
    }

    @Test
    void onlyAServiceThatRunsForLongIsOptimised() throws IOException {
        assertEquals("-XX:TieredStopAtLevel=4", compiler(true));
        assertEquals("-XX:TieredStopAtLevel=1", compiler(false));
    }

    private String compiler(boolean forLong) throws IOException {
        Path program = root.resolve(INTAKE).resolve("target/quarkus-app");
        Files.writeString(Files.createDirectories(program).resolve("quarkus-run.jar"), "");
        StackOptions options =
                StackOptions.of(root).withServices(new ServiceOptions(List.of(INTAKE), forLong, Map.of()));
        return Program.of(INTAKE, options).command(INTAKE, Set.of(), new Folder(root)).stream()
                .filter(word -> word.startsWith("-XX:TieredStopAtLevel"))
                .findFirst()
                .orElse("");
    }
}
