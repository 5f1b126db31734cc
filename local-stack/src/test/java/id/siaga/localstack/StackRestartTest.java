// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackRestartTest {

    @TempDir
    Path folder;

    @Test
    void dataAndPasswordsOutliveAStop() throws Exception {
        // Given
        Properties before;
        try (StackProcess stack = launch()) {
            before = stack.facts();
            store(before);
        }

        // When
        try (StackProcess stack = launch()) {
            // Then
            assertEquals(
                    before.getProperty("postgres.intake.app-password"),
                    stack.facts().getProperty("postgres.intake.app-password"));
            assertEquals(42, read(stack.facts()));
        }
    }

    @Test
    void whatWasCommittedOutlivesTheDeathOfTheProcess() throws Exception {
        // Given
        StackProcess killed = launch();
        store(killed.facts());

        // When
        killed.process().destroyForcibly().waitFor();

        // Then
        try (StackProcess stack = launch()) {
            assertEquals(42, read(stack.facts()));
        }
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertEquals(List.of(), Running.on(folder)));
    }

    @Test
    void theEndOfPostgresEndsTheProcessThatStandsForIt() throws Exception {
        try (StackProcess stack = launch()) {
            ProcessHandle postmaster = Postmaster.on(Path.of(stack.facts().getProperty("postgres.data")))
                    .orElseThrow();

            postmaster.destroyForcibly();

            assertTrue(stack.process().waitFor(60, TimeUnit.SECONDS));
        }
    }

    private StackProcess launch() throws IOException {
        StackProcess stack = StackProcess.launch(
                folder.resolve("stack.log"),
                folder.resolve("data"),
                Jvm.builtFolder().resolve("postgres"),
                List.of("--delete-at-the-end", folder.resolve("nothing").toString()));
        stack.awaitReady();
        return stack;
    }

    private static void store(Properties facts) throws SQLException {
        try (Connection owner = connect(facts)) {
            owner.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }
    }

    private static int read(Properties facts) throws SQLException {
        try (Connection owner = connect(facts);
                var row = owner.createStatement().executeQuery("SELECT answer FROM kept")) {
            assertTrue(row.next());
            return row.getInt(1);
        }
    }

    private static Connection connect(Properties facts) throws SQLException {
        return DriverManager.getConnection(
                facts.getProperty("postgres.intake.url"),
                facts.getProperty("postgres.intake.owner"),
                facts.getProperty("postgres.intake.owner-password"));
    }
}
