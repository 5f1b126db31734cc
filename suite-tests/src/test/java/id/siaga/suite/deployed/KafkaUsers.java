// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.deployed;

import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import id.siaga.suite.Checkout;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Who gets into a secured Kafka, to what the chart's README says that access lists have to allow, and what comes of it. */
record KafkaUsers(Map<String, Object> administrator, Admin admin) implements AutoCloseable {

    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final int ITERATIONS = 4096;
    private static final int CORRELATION = 20_251;
    private static final int GIVES_UP_MILLIS = 20_000;

    /** @param facts of a stack that is secured */
    static KafkaUsers of(Properties facts, Path authority) {
        Map<String, Object> administrator = Map.of(
                "bootstrap.servers",
                facts.getProperty("kafka.bootstrap"),
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                facts.getProperty("kafka.login"),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                authority.toString());
        return new KafkaUsers(administrator, Admin.create(administrator));
    }

    /**
     * Whether the broker answers in clear what everybody may ask before a login. A client of Kafka is not asked: it takes what
     * TLS says for the length of an answer, and that for memory to have.
     */
    static boolean answersInClear(String broker) throws IOException {
        int colon = broker.indexOf(':');
        try (Socket socket = new Socket(broker.substring(0, colon), Integer.parseInt(broker.substring(colon + 1)))) {
            socket.setSoTimeout(GIVES_UP_MILLIS);
            return isAnswered(socket);
        }
    }

    private static boolean isAnswered(Socket socket) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        DataInputStream in = new DataInputStream(socket.getInputStream());
        try {
            // ApiVersions, version 0: length, key, version, correlation, no name of the client.
            out.writeInt(Short.BYTES + Short.BYTES + Integer.BYTES + Short.BYTES);
            out.writeShort(ApiKeys.API_VERSIONS.id);
            out.writeShort(0);
            out.writeInt(CORRELATION);
            out.writeShort(-1);
            int length = in.readInt();
            return length > 0 && in.readInt() == CORRELATION;
        } catch (EOFException | SocketException closed) {
            return false;
        }
    }

    /** Whether somebody gets in by TLS alone. */
    boolean letsInWithoutLogin() throws InterruptedException {
        Map<String, Object> noLogin = new HashMap<>(administrator);
        noLogin.put("security.protocol", "SSL");
        noLogin.put("request.timeout.ms", GIVES_UP_MILLIS);
        noLogin.put("default.api.timeout.ms", GIVES_UP_MILLIS);
        try (Admin client = Admin.create(noLogin)) {
            client.listTopics().names().get();
            return true;
        } catch (ExecutionException refused) {
            return false;
        }
    }

    /** Gives a user a password, in place of any it had. */
    void admit(String user, Password password) throws ExecutionException, InterruptedException {
        admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                        user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), password.text())))
                .all()
                .get();
    }

    /** Allows a user what its line of the README's table says, and nothing else. */
    void allow(String user) throws IOException, ExecutionException, InterruptedException {
        String line = Files.readString(Checkout.ROOT.resolve("helm/siaga/README.md"))
                .lines()
                .filter(one -> one.startsWith("| " + user + " | `"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The README allows " + user + " nothing"));
        String[] columns = line.split("\\|", -1);
        List<AclBinding> allowed = new ArrayList<>();
        allowed.addAll(bindings(user, columns[2], TOPIC, WRITE));
        allowed.addAll(bindings(user, columns[3], TOPIC, READ));
        allowed.addAll(bindings(user, columns[4], GROUP, READ));
        allowed.addAll(bindings(user, columns[5], TRANSACTIONAL_ID, WRITE));
        admin.createAcls(allowed).all().get();
    }

    private static List<AclBinding> bindings(String user, String names, ResourceType type, AclOperation operation) {
        return QUOTED.matcher(names)
                .results()
                .map(name -> new AclBinding(
                        pattern(type, name.group(1)),
                        new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW)))
                .toList();
    }

    /** Kafka knows patterns by their beginning only. */
    private static ResourcePattern pattern(ResourceType type, String name) {
        int star = name.indexOf('*');
        return star < 0
                ? new ResourcePattern(type, name, PatternType.LITERAL)
                : new ResourcePattern(type, name.substring(0, star), PatternType.PREFIXED);
    }

    /** How many consumers a group has. */
    int members(String group) throws ExecutionException, InterruptedException {
        if (admin.listGroups().all().get().stream()
                .noneMatch(one -> one.groupId().equals(group))) {
            return 0;
        }
        return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                .mapToInt(described -> described.members().size())
                .sum();
    }

    /** How far a topic has been written. */
    long written(String topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> ends =
                admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                        .flatMap(described -> described.partitions().stream())
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().values().stream()
                .mapToLong(end -> end.offset())
                .sum();
    }

    /** Writes what nobody can read, as only the administrator may. */
    void writeUnreadable(String topic) throws ExecutionException, InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(administrator, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, new byte[] {0})).get();
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
