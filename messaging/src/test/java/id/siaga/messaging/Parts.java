// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.siaga.localstack.StackProcess;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL with the module's tables, a real Kafka, and what tests do with both. */
final class Parts implements AutoCloseable {

    static final int PARTITIONS = 3;

    private final StackProcess stack;
    private final Properties facts;

    private Parts(StackProcess stack) {
        this.stack = stack;
        this.facts = stack.facts();
    }

    static Parts start(String log) {
        var parts = new Parts(StackProcess.start(Path.of("target", log)));
        Flyway.configure()
                .dataSource(
                        parts.fact("postgres.messaging.url"),
                        parts.fact("postgres.messaging.owner"),
                        parts.fact("postgres.messaging.owner-password"))
                .locations("db/messaging", "db/migration")
                .placeholders(Map.of("app_user", parts.fact("postgres.messaging.app")))
                .load()
                .migrate();
        return parts;
    }

    String fact(String name) {
        return facts.getProperty(name);
    }

    String bootstrap() {
        return fact("kafka.bootstrap");
    }

    DataSource database() {
        return database(
                fact("postgres.messaging.url"),
                fact("postgres.messaging.app"),
                fact("postgres.messaging.app-password"));
    }

    static DataSource database(String url, String user, String password) {
        return (DataSource) Proxy.newProxyInstance(
                Parts.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return DriverManager.getConnection(url, user, password);
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    void topic(String name) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many records the group has not committed. */
    long lag(String group, String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            partitions(topic).forEach(partition -> latest.put(partition, OffsetSpec.latest()));
            long lag = 0;
            for (var end : admin.listOffsets(latest).all().get().entrySet()) {
                var reached = committed.get(end.getKey());
                lag += end.getValue().offset() - (reached == null ? 0 : reached.offset());
            }
            return lag;
        }
    }

    void stopPostgres() {
        stack.stopPostgres();
    }

    void startPostgres() {
        stack.startPostgres();
    }

    void freezeBroker() {
        signal("-STOP");
    }

    void thawBroker() {
        signal("-CONT");
    }

    /** Kafka runs in the stack's own process, PostgreSQL does not. */
    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, fact("pid")).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, PARTITIONS)
                .mapToObj(n -> new TopicPartition(topic, n))
                .toList();
    }

    static OutgoingEvent event(String topic, String subject, long sequence) {
        Instant now = Instant.now();
        byte[] data = ("{\"sequence\":" + sequence + "}").getBytes(UTF_8);
        return new OutgoingEvent(
                topic,
                subject,
                Uuid7.at(now),
                "id.siaga.thing.changed.v1",
                subject,
                sequence,
                Set.of(),
                subject,
                now,
                data);
    }

    /** Commits events {@code from..to} of the subject, in order. */
    void commit(String topic, String subject, int from, int to) throws SQLException {
        try (Connection connection = database().getConnection()) {
            connection.setAutoCommit(false);
            OutboxTable.append(
                    connection,
                    IntStream.rangeClosed(from, to)
                            .mapToObj(n -> OutboxRow.of("messaging", event(topic, subject, n)))
                            .toList());
            connection.commit();
        }
    }

    /** So that a replica need not wait a second to see that its predecessor is gone. */
    void forgetHolders() throws SQLException {
        execute("DELETE FROM outbox_shard");
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    int waiting() throws SQLException {
        try (Connection connection = database().getConnection();
                PreparedStatement query = connection.prepareStatement("SELECT count(*) FROM outbox");
                ResultSet result = query.executeQuery()) {
            result.next();
            return result.getInt(1);
        }
    }

    /** Drops some of the sessions that hold a shard's lock, each with the given probability. */
    int dropRelaySessions(double probability) throws SQLException {
        try (Connection connection = database().getConnection();
                PreparedStatement drop =
                        connection.prepareStatement("SELECT pg_terminate_backend(pid, 5000) FROM pg_locks"
                                + " WHERE locktype = 'advisory' AND database ="
                                + " (SELECT oid FROM pg_database WHERE datname = current_database())"
                                + " AND random() < ?")) {
            drop.setDouble(1, probability);
            try (ResultSet result = drop.executeQuery()) {
                int dropped = 0;
                while (result.next()) {
                    dropped++;
                }
                return dropped;
            }
        }
    }

    /**
     * Everything that a reader of committed transactions sees of what is there now, in the order of each partition. A
     * transaction is said to be committed before each partition says so: what was written until now is waited for.
     */
    List<ConsumerRecord<String, byte[]>> published(String topic) {
        List<TopicPartition> partitions = partitions(topic);
        Map<TopicPartition, Long> ends = written(partitions);
        var seen = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (Consumer<String, byte[]> consumer = reader("read_committed")) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
            }
        }
        return seen;
    }

    /** Where partitions end for who reads what is not committed, too. */
    private Map<TopicPartition, Long> written(List<TopicPartition> partitions) {
        try (Consumer<String, byte[]> consumer = reader("read_uncommitted")) {
            return consumer.endOffsets(partitions);
        }
    }

    private Consumer<String, byte[]> reader(String isolation) {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap(), "isolation.level", isolation),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }

    /** Sequences of each subject as a reader meets them, every event counted where it appears first. */
    Map<String, List<Long>> firstSeen(String topic) {
        var ids = new HashSet<String>();
        Map<String, List<Long>> sequences = new HashMap<>();
        for (ConsumerRecord<String, byte[]> message : published(topic)) {
            if (ids.add(header(message, "ce_id"))) {
                sequences
                        .computeIfAbsent(header(message, "ce_subject"), subject -> new ArrayList<>())
                        .add(Long.parseLong(header(message, "ce_sequence")));
            }
        }
        return sequences;
    }

    @Override
    public void close() {
        stack.close();
    }
}
