// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/** One Kafka node, broker and controller in one, on a directory that it formats the first time. */
final class Broker implements AutoCloseable {

    private static final int NODE = 1;
    private static final String ONE = "1";
    private static final String INTERNAL_PARTITIONS = "4";

    private final Path data;
    private final int port;
    private final int controllerPort;
    private final BrokerAccess access;
    private @Nullable KafkaRaftServer server;

    Broker(Path data, int port, int controllerPort, BrokerAccess access) {
        this.data = data;
        this.port = port;
        this.controllerPort = controllerPort;
        this.access = access;
    }

    String bootstrapServers() {
        return access.host() + ":" + port;
    }

    /** Starts the node and makes the topics that are missing. */
    void start() throws Exception {
        Files.createDirectories(data);
        if (!Files.exists(data.resolve("meta.properties"))) {
            format();
        }
        server = new KafkaRaftServer(new KafkaConfig(settings(), false), Time.SYSTEM);
        server.startup();
        createTopics();
    }

    private void createTopics() throws IOException, InterruptedException {
        Map<String, Object> client = new HashMap<>(access.client());
        client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        try {
            Topics.create(client);
        } catch (ExecutionException e) {
            throw new IOException("the topics cannot be made", e);
        }
    }

    private void format() throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(NODE)
                .setClusterId(Uuid.randomUuid().toString())
                .addDirectory(data.toString())
                .setMetadataLogDirectory(data.toString())
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setControllerListenerName(BrokerAccess.CONTROLLER)
                .setScramArguments(access.users())
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .run();
    }

    private Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>(access.listeners(port, controllerPort));
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(NODE));
        settings.put("controller.quorum.voters", NODE + "@" + access.host() + ":" + controllerPort);
        settings.put("controller.listener.names", BrokerAccess.CONTROLLER);
        settings.put("log.dirs", data.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", ONE);
        settings.put("min.insync.replicas", ONE);
        // One node cannot hold the three copies that are the default of the internal topics.
        for (String topic : List.of("transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(topic + ".replication.factor", ONE);
            settings.put(topic + ".min.isr", ONE);
            settings.put(topic + ".num.partitions", INTERNAL_PARTITIONS);
        }
        settings.put("offsets.topic.replication.factor", ONE);
        settings.put("offsets.topic.num.partitions", INTERNAL_PARTITIONS);
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.cleaner.dedupe.buffer.size", "8388608");
        return settings;
    }

    @Override
    public void close() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    void describe(Properties facts) {
        facts.setProperty("kafka.bootstrap", bootstrapServers());
        access.describe(facts);
    }
}
