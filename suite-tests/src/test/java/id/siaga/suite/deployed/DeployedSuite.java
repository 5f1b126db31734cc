// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.deployed;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import id.siaga.localstack.SigningKeys;
import id.siaga.localstack.StackProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.net.ssl.SSLContext;

/** What a cluster would have beside the services: PostgreSQL, Kafka, an issuer of tokens, secrets and mounted files. */
final class DeployedSuite implements AutoCloseable {

    static final List<String> SERVICES = List.of("intake", "triage", "notification");

    private final Path folder;
    private final Path mounted;
    private final Map<String, String> secrets = new HashMap<>();
    private final SSLContext tls;
    private final StackProcess stack;
    private final StandInIssuer issuer;
    private final Properties facts;

    DeployedSuite(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        this.folder = folder;
        this.mounted = folder.resolve("mounted");
        Files.createDirectories(folder);
        SelfSigned pair = SelfSigned.create(folder.toAbsolutePath().resolve("self-signed.p12"));
        pair.writeCertificate(mounted.resolve("oidc-ca/ca.crt"));
        pair.writeCertificate(mounted.resolve("tls/tls.crt"));
        pair.writeKey(mounted.resolve("tls/tls.key"));
        this.tls = pair.context();
        this.stack = StackProcess.start(folder.resolve("stack.log"));
        this.issuer = new StandInIssuer(tls);
        this.facts = stack.facts();
        for (String service : SERVICES) {
            secrets.put(service + "/username", fact(service, "app"));
            secrets.put(service + "/password", fact(service, "app-password"));
            secrets.put(service + "-owner/username", fact(service, "owner"));
            secrets.put(service + "-owner/password", fact(service, "owner-password"));
        }
        secrets.put("keys/keyring", keyring());
        secrets.put("keys/record-signing-keys", SigningKeys.create());
        secrets.put("keys/webhook-signing-keys", SigningKeys.create());
    }

    /** Starts a service by what its Deployment says, but for {@code otherwise}. */
    PackagedService serve(String service, String name, Map<String, String> otherwise) throws IOException {
        Map<String, String> here = new HashMap<>(otherwise);
        here.put("QUARKUS_DATASOURCE_JDBC_URL", fact(service, "url"));
        here.put("KAFKA_BOOTSTRAP_SERVERS", facts.getProperty("kafka.bootstrap"));
        here.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer.url());
        return start(service, DeployedPod.of("Deployment", "siaga-" + service), name, here);
    }

    /** Starts a service's migration by what its Job says, but for {@code otherwise}. */
    PackagedService migrate(String service, String name, Map<String, String> otherwise) throws IOException {
        Map<String, String> here = new HashMap<>(otherwise);
        here.put("QUARKUS_DATASOURCE_JDBC_URL", fact(service, "url"));
        return start(service, DeployedPod.of("Job", "siaga-" + service + "-migrate"), name, here);
    }

    private PackagedService start(String service, DeployedPod pod, String name, Map<String, String> here)
            throws IOException {
        return PackagedService.start(
                service + "-service",
                pod.arguments(),
                pod.environment(this::secret, mounted, here),
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

    private String secret(String reference) {
        String value = secrets.get(reference);
        if (value == null) {
            throw new AssertionError("No secret is known as " + reference);
        }
        return value;
    }

    private String fact(String service, String what) {
        return facts.getProperty("postgres." + service + "." + what);
    }

    private static String keyring() throws GeneralSecurityException {
        AeadConfig.register();
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
    }

    @Override
    public void close() {
        issuer.close();
        stack.close();
    }
}
