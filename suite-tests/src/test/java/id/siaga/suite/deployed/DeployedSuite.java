// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.deployed;

import id.siaga.localstack.StackProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLContext;

/** What a cluster would have beside the services: PostgreSQL, Kafka, an issuer of tokens, secrets and mounted files. */
final class DeployedSuite implements AutoCloseable {

    private final Path folder;
    private final PodSecrets secrets;
    private final SSLContext tls;
    private final StackProcess stack;
    private final StandInIssuer issuer;
    private final Properties facts;

    DeployedSuite(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        this.folder = folder;
        Files.createDirectories(folder);
        SelfSigned pair = SelfSigned.create(folder.toAbsolutePath().resolve("self-signed.p12"));
        this.tls = pair.context();
        this.stack = StackProcess.start(folder.resolve("stack.log"));
        this.issuer = new StandInIssuer(tls);
        this.facts = stack.facts();
        this.secrets = new PodSecrets(folder.resolve("secrets"), facts);
        pair.writeCertificate(secrets.file("issuer-ca", "ca.crt"));
        pair.writeCertificate(secrets.file("server-tls", "tls.crt"));
        pair.writeKey(secrets.file("server-tls", "tls.key"));
    }

    /** Starts a service by what its Deployment says, but for {@code otherwise}. */
    PackagedService serve(String service, String name, Map<String, String> otherwise) throws IOException {
        Map<String, String> here = new HashMap<>(otherwise);
        here.put("QUARKUS_DATASOURCE_JDBC_URL", fact(service, "url"));
        here.put("KAFKA_BOOTSTRAP_SERVERS", facts.getProperty("kafka.bootstrap"));
        here.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer.url());
        return start(service, Rendered.LOCAL.serving(service), name, here);
    }

    /** Starts a service's migration by what its Job says, but for {@code otherwise}. */
    PackagedService migrate(String service, String name, Map<String, String> otherwise) throws IOException {
        Map<String, String> here = new HashMap<>(otherwise);
        here.put("QUARKUS_DATASOURCE_JDBC_URL", fact(service, "url"));
        return start(service, Rendered.LOCAL.migrating(service), name, here);
    }

    private PackagedService start(String service, DeployedPod pod, String name, Map<String, String> here)
            throws IOException {
        return PackagedService.start(
                service + "-service",
                pod.arguments(),
                pod.environment(secrets::value, secrets.files(), here),
                tls,
                log(service, name));
    }

    /** What was said by what was started under a name. */
    Path log(String service, String name) {
        return folder.resolve(service + "-" + name + ".log");
    }

    /** How many tables the application user sees. */
    int tables(String service) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        fact(service, "url"), fact(service, "app"), fact(service, "app-password"));
                var statement = connection.createStatement();
                var tables = statement.executeQuery(
                        "select count(*) from information_schema.tables where table_schema = 'public'")) {
            tables.next();
            return tables.getInt(1);
        }
    }

    /** Changes something of a service's database as its owner. */
    void asOwner(String service, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        fact(service, "url"), fact(service, "owner"), fact(service, "owner-password"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void stopPostgres() {
        stack.stopPostgres();
    }

    void startPostgres() {
        stack.startPostgres();
    }

    private String fact(String service, String what) {
        return facts.getProperty("postgres." + service + "." + what);
    }

    @Override
    public void close() {
        issuer.close();
        stack.close();
    }
}
