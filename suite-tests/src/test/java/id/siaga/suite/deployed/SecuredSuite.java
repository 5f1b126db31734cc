// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.deployed;

import id.siaga.localstack.StackProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLContext;

/**
 * What a cluster would have beside the services where nothing is let in in clear: PostgreSQL and Kafka with certificates of an
 * authority of their own, users of Kafka with no more rights than they need, an issuer of tokens, secrets.
 */
final class SecuredSuite implements AutoCloseable {

    /** An authority that has signed nothing of all this. */
    static final String STRANGER = "stranger-ca";

    /** What the certificates are for; the servers listen where it leads, which has other names as well. */
    static final String HOST = "localhost";

    /** How long anything may take on a slow machine. */
    static final Duration LONG = Duration.ofMinutes(2);

    private final Path folder;
    private final SSLContext tls;
    private final StackProcess stack;
    private final Properties facts;
    private final StandInIssuer issuer;
    private final PodSecrets secrets;
    private final KafkaUsers users;
    private final Map<String, Password> passwords = new HashMap<>();

    SecuredSuite(Path folder) throws Exception {
        this.folder = folder;
        Files.createDirectories(folder);
        Authority authority = Authority.create(folder.toAbsolutePath().resolve("authority.p12"));
        authority.issue(HOST, folder.resolve("servers"));
        SelfSigned pair = SelfSigned.create(folder.toAbsolutePath().resolve("self-signed.p12"));
        this.tls = pair.context();
        this.stack = StackProcess.startSecured(folder.resolve("stack.log"), folder.resolve("servers"));
        this.facts = stack.facts();
        this.issuer = new StandInIssuer(tls);
        this.secrets = new PodSecrets(folder.resolve("secrets"), facts);
        pair.writeCertificate(secrets.file("issuer-ca", "ca.crt"));
        authority.writeCertificate(secrets.file("postgresql-ca", "ca.crt"));
        authority.writeCertificate(secrets.file("kafka-ca", "ca.crt"));
        Authority.create(folder.toAbsolutePath().resolve("stranger.p12"))
                .writeCertificate(secrets.file(STRANGER, "ca.crt"));
        this.users = KafkaUsers.of(facts, secrets.file("kafka-ca", "ca.crt"));
        for (String service : PodSecrets.SERVICES) {
            admit(service);
        }
    }

    private void admit(String service) throws IOException, ExecutionException, InterruptedException {
        Password password = Password.create();
        passwords.put(service, password);
        users.admit(service, password);
        users.allow(service);
        secrets.put(service + "-kafka/sasl.jaas.config", password.login(service));
    }

    /** The password by which a service gets into Kafka. */
    Password password(String service) {
        Password password = passwords.get(service);
        if (password == null) {
            throw new AssertionError("There is no user " + service);
        }
        return password;
    }

    String brokers() {
        return facts.getProperty("kafka.bootstrap");
    }

    KafkaUsers users() {
        return users;
    }

    /** Where the certificate of an authority is, by the name of its secret. */
    String authority(String secret) {
        return secrets.file(secret, "ca.crt").toAbsolutePath().toString();
    }

    String token(String service, String party, String role) throws Exception {
        return issuer.token(service, party, role);
    }

    /**
     * Starts a service by what its Deployment says.
     *
     * @param otherwise what stands in its environment in place of what
     */
    PackagedService serve(String service, String name, Map<String, String> otherwise) throws IOException {
        DeployedPod pod = Rendered.SECURED.serving(service);
        return start(service, pod, pod.arguments(), name, otherwise);
    }

    /** The same, and returns when it is ready. */
    PackagedService serveReady(String service, String name, Map<String, String> otherwise) throws IOException {
        PackagedService one = serve(service, name, otherwise);
        one.awaitReadiness(Rendered.SECURED.serving(service).probe("readiness"), true, LONG);
        return one;
    }

    /** Starts a service's migration by what its Job says. */
    PackagedService migrate(String service, String name, Map<String, String> otherwise) throws IOException {
        DeployedPod pod = Rendered.SECURED.migrating(service);
        return start(service, pod, pod.arguments(), name, otherwise);
    }

    /** Gives a service's program a command, with what its Deployment says in its environment. */
    PackagedService command(String service, String name, String... command) throws IOException {
        return start(service, Rendered.SECURED.serving(service), List.of(command), name, Map.of());
    }

    private PackagedService start(
            String service, DeployedPod pod, List<String> arguments, String name, Map<String, String> otherwise)
            throws IOException {
        Map<String, String> environment = pod.environment(secrets::value, secrets.files(), Map.of());
        replace(environment, "https://issuer.local", issuer.url());
        replace(environment, "postgresql.local:5432", HOST + ":" + facts.getProperty("postgres.port"));
        replace(environment, "kafka.local:9093", brokers());
        otherwise.forEach((text, other) -> {
            if (!replace(environment, text, other)) {
                throw new AssertionError("The chart does not say " + text);
            }
        });
        return PackagedService.start(service + "-service", arguments, environment, tls, log(service, name));
    }

    private static boolean replace(Map<String, String> environment, String text, String other) {
        boolean said = environment.values().stream().anyMatch(value -> value.contains(text));
        environment.replaceAll((name, value) -> value.replace(text, other));
        return said;
    }

    private Path log(String service, String name) {
        return folder.resolve(service + "-" + name + ".log");
    }

    /** What was said by what was started under a name. */
    String said(String service, String name) throws IOException {
        return Files.readString(log(service, name));
    }

    /** A number that the owner of a service's database is told. */
    long number(String service, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        fact(service, "url"), fact(service, "owner"), fact(service, "owner-password"));
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The address of a service's database, with how to get in as the application. */
    String database(String service, String more) {
        return fact(service, "url") + "?user=" + fact(service, "app") + "&password=" + fact(service, "app-password")
                + more;
    }

    private String fact(String service, String what) {
        return facts.getProperty("postgres." + service + "." + what);
    }

    @Override
    public void close() {
        users.close();
        issuer.close();
        stack.close();
    }
}
