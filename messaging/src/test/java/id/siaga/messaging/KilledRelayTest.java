// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledRelayTest {

    private static final String TOPIC = "killed";

    private static Parts parts;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        parts = Parts.start("killed-stack.log");
        parts.topic(TOPIC);
    }

    @AfterAll
    static void stop() {
        parts.close();
    }

    @Test
    void aRelayKilledBetweenAnyTwoStepsLosesNothingAndKeepsTheOrder() throws Exception {
        // Given
        Path settings = settings();
        List<String> killedBefore = new ArrayList<>();
        int written = 0;

        // When
        for (int call = 1; ; call++) {
            // what the last one left behind goes first; more each time would only move the end away
            if (parts.waiting() == 0) {
                parts.commit(TOPIC, "first", written + 1, written + 2);
                parts.commit(TOPIC, "second", written + 1, written + 2);
                written += 2;
            }
            parts.forgetHolders();
            String end = runUntilKilledAt(call, settings);
            if (end.isEmpty()) {
                break;
            }
            killedBefore.add(end);
        }
        System.out.printf("Killed before: %s%n", killedBefore);

        // Then
        assertEquals(0, parts.waiting());
        List<Long> all = LongStream.rangeClosed(1, written).boxed().toList();
        assertEquals(Map.of("first", all, "second", all), parts.firstSeen(TOPIC));
        assertTrue(killedBefore.containsAll(Set.of(
                "Producer.initTransactions",
                "Producer.beginTransaction",
                "Producer.send",
                "Producer.commitTransaction",
                "PreparedStatement.executeUpdate",
                "Connection.commit",
                "Connection.rollback")));
        Map<String, Set<String>> idsOfEach = new HashMap<>();
        parts.published(TOPIC).forEach(message -> idsOfEach
                .computeIfAbsent(
                        Parts.header(message, "ce_subject") + Parts.header(message, "ce_sequence"),
                        event -> new HashSet<>())
                .add(Parts.header(message, "ce_id")));
        idsOfEach.forEach((event, ids) -> assertEquals(1, ids.size(), event));
    }

    private Path settings() throws IOException {
        var settings = new Properties();
        settings.setProperty("url", parts.fact("postgres.messaging.url"));
        settings.setProperty("user", parts.fact("postgres.messaging.app"));
        settings.setProperty("password", parts.fact("postgres.messaging.app-password"));
        settings.setProperty("bootstrap", parts.bootstrap());
        Path file = folder.resolve("settings.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
        return file;
    }

    /** Returns before which call the relay died; empty when it made fewer and ended by itself. */
    private String runUntilKilledAt(int call, Path settings) throws Exception {
        Path epitaph = folder.resolve("killed-at-" + call);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RelayProcess.class.getName(),
                        settings.toString(),
                        Integer.toString(call),
                        epitaph.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "killed-relay.log").toFile()))
                .start();
        await().atMost(Duration.ofSeconds(60)).until(() -> !process.isAlive());
        if (process.exitValue() == 0) {
            return "";
        }
        assertEquals(RelayProcess.KILLED, process.exitValue(), "see target/killed-relay.log");
        return Files.readString(epitaph);
    }
}
