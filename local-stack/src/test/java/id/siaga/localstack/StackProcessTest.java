// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackProcessTest {

    @TempDir
    static Path folder;

    private static StackProcess stack;

    @BeforeAll
    static void start() {
        stack = StackProcess.start(folder.resolve("stack.log"));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void postgresIsDurable() throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertEquals("on", single(connect("intake", "app"), "SHOW " + setting), setting);
        }
    }

    @Test
    void postgresIsOfTheMajorVersionThatTheServicesAreWrittenFor() throws SQLException {
        assertEquals(
                "18", single(connect("intake", "app"), "SHOW server_version").replaceFirst("\\..*", ""));
    }

    @Test
    void theApplicationUserMakesNoTables() throws SQLException {
        try (Connection app = connect("triage", "app")) {
            SQLException refused =
                    assertThrows(SQLException.class, () -> app.createStatement().execute("CREATE TABLE mine (id int)"));
            assertEquals("42501", refused.getSQLState());
        }
    }

    @Test
    void theOwnerMakesTablesThatTheApplicationUserReadsWhenGranted() throws SQLException {
        // When
        try (Connection owner = connect("notification", "owner")) {
            owner.createStatement().execute("CREATE TABLE theirs (id int)");
            owner.createStatement().execute("GRANT SELECT ON theirs TO notification");
        }

        // Then
        assertEquals("0", single(connect("notification", "app"), "SELECT count(*) FROM theirs"));
    }

    @Test
    void aServiceCannotEnterTheDatabaseOfAnother() {
        Properties facts = stack.facts();
        SQLException refused = assertThrows(SQLException.class, () -> DriverManager.getConnection(
                        facts.getProperty("postgres.triage.url"),
                        facts.getProperty("postgres.intake.app"),
                        facts.getProperty("postgres.intake.app-password"))
                .close());
        assertEquals("42501", refused.getSQLState());
    }

    @Test
    void aWrongPasswordIsRefused() {
        Properties facts = stack.facts();
        for (String user : List.of("intake", "intake_owner", "postgres")) {
            SQLException refused = assertThrows(SQLException.class, () -> DriverManager.getConnection(
                            facts.getProperty("postgres.intake.url"), user, "guessed")
                    .close());
            assertEquals("28P01", refused.getSQLState(), user);
        }
    }

    @Test
    void everyTopicHasItsPartitions() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            Set<String> names = admin.listTopics().names().get();
            var described = admin.describeTopics(names).allTopicNames().get();

            assertEquals(11, names.size());
            described.forEach((name, topic) -> assertEquals(
                    name.endsWith(".dlq") ? 3 : 6, topic.partitions().size(), name));
        }
    }

    @Test
    void aTransactionIsReadWhenCommitted() throws Exception {
        // Given
        Map<String, Object> producing =
                Map.of("bootstrap.servers", bootstrapServers(), "transactional.id", "test", "acks", "all");
        Map<String, Object> consuming = Map.of(
                "bootstrap.servers", bootstrapServers(),
                "group.id", "test",
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        try (var producer = new KafkaProducer<>(producing, new StringSerializer(), new ByteArraySerializer());
                var consumer = new KafkaConsumer<>(consuming, new StringDeserializer(), new ByteArrayDeserializer())) {
            // When
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(record("aborted")).get();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(record("committed")).get();
            producer.commitTransaction();

            // Then
            consumer.subscribe(List.of("triage.case.v1"));
            assertEquals(List.of("committed"), firstValues(consumer));
        }
    }

    private static ProducerRecord<String, byte[]> record(String value) {
        return new ProducerRecord<>("triage.case.v1", "key", value.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> firstValues(KafkaConsumer<String, byte[]> consumer) {
        for (int attempt = 0; attempt < 60; attempt++) {
            var records = consumer.poll(Duration.ofMillis(500));
            if (!records.isEmpty()) {
                return records.partitions().stream()
                        .flatMap(partition -> records.records(partition).stream())
                        .map(ConsumerRecord::value)
                        .map(value -> new String(value, StandardCharsets.UTF_8))
                        .toList();
            }
        }
        return List.of();
    }

    @Test
    void anOutageOfPostgresCutsConnectionsAndKeepsData() throws SQLException {
        // Given
        try (Connection owner = connect("messaging", "owner")) {
            owner.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");

            // When
            stack.stopPostgres();

            // Then
            assertThrows(SQLException.class, () -> owner.createStatement().execute("SELECT 1"));
            assertThrows(SQLException.class, () -> connect("messaging", "owner").close());
        } finally {
            stack.startPostgres();
        }
        assertEquals("42", single(connect("messaging", "owner"), "SELECT answer FROM kept"));
        assertEquals("on", single(connect("messaging", "owner"), "SHOW fsync"));
    }

    @Test
    void closingLeavesNoProcessAndNoData() throws Exception {
        // Given
        StackProcess another = StackProcess.start(folder.resolve("another.log"));
        Properties facts = another.facts();
        Path data = Path.of(facts.getProperty("postgres.data"));
        ProcessHandle postmaster = Postmaster.on(data).orElseThrow();

        // When
        another.close();

        // Then
        // The server removes its files a moment before the system removes the process.
        postmaster.onExit().get(10, TimeUnit.SECONDS);
        assertFalse(ProcessHandle.of(Long.parseLong(facts.getProperty("pid"))).isPresent());
        assertFalse(data.toFile().exists());
        assertTrue(Ports.isFree(Integer.parseInt(facts.getProperty("postgres.port"))));
    }

    @Test
    void whoIsToEndWithTheParentDoesSoBeforeAllIsUp() throws Exception {
        // Given
        Path data = folder.resolve("begun");
        Process ward = new ProcessBuilder("sleep", "600").start();
        StackProcess another = StackProcess.launch(
                folder.resolve("begun.log"),
                data,
                Jvm.builtFolder().resolve("postgres"),
                List.of("--delete-at-the-end", data.toString()));

        // When
        another.watch(ward.pid());
        Thread closing = Thread.ofVirtual().start(another::close);

        // Then
        assertTrue(ward.waitFor(60, TimeUnit.SECONDS));
        assertFalse(data.resolve(Infrastructure.READY_FILE).toFile().exists(), "the start was waited for");
        closing.join();
        assertFalse(data.toFile().exists());
    }

    private static String bootstrapServers() {
        return stack.facts().getProperty("kafka.bootstrap");
    }

    private static Connection connect(String database, String user) throws SQLException {
        Properties facts = stack.facts();
        String prefix = "postgres." + database + ".";
        return DriverManager.getConnection(
                facts.getProperty(prefix + "url"),
                facts.getProperty(prefix + user),
                facts.getProperty(prefix + user + "-password"));
    }

    private static String single(Connection connection, String query) throws SQLException {
        try (connection;
                var row = connection.createStatement().executeQuery(query)) {
            assertTrue(row.next());
            return row.getString(1);
        }
    }
}
