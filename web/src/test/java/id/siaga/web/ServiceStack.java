// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import id.siaga.keyring.Keysets;
import id.siaga.localstack.SigningKeys;
import id.siaga.localstack.StackProcess;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL, a real Kafka and a token issuer for one service's tests; init args: database, audience. */
public class ServiceStack implements QuarkusTestResourceLifecycleManager {

    private static final String PARTIES = "komdigi,kpu,bawaslu,mafindo,polri,posko,bssn,meta,google,tiktok,telegram,"
            + "snackvideo,line,x,cekfakta,elsam,ombudsman,siaga-ops,"
            // of which something is said, so that it is let in as others no more
            + "pantau";
    private static final String ROLES = "reporter,authority,officer,approver,platform,partner,auditor,operator";

    private String database = "";
    private String audience = "";
    private @Nullable StackProcess stack;
    private @Nullable TestIssuer issuer;

    /** The roles that the issuer is trusted with. */
    static Stream<String> roles() {
        return Arrays.stream(ROLES.split(",", -1));
    }

    @Override
    public void init(Map<String, String> initArgs) {
        database = initArgs.getOrDefault("database", "messaging");
        audience = initArgs.getOrDefault("audience", database + "-service");
    }

    @Override
    public Map<String, String> start() {
        StackProcess started = StackProcess.start(Path.of("target", "stack.log"));
        stack = started;
        TestIssuer server = new TestIssuer();
        issuer = server;
        Tokens.issuedBy(server, audience);

        Properties facts = started.facts();
        String prefix = "postgres." + database + ".";
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", facts.getProperty(prefix + "url"));
        settings.put("quarkus.datasource.username", facts.getProperty(prefix + "app"));
        settings.put("quarkus.datasource.password", facts.getProperty(prefix + "app-password"));
        settings.put("quarkus.flyway.username", facts.getProperty(prefix + "owner"));
        settings.put("quarkus.flyway.password", facts.getProperty(prefix + "owner-password"));
        settings.put("kafka.bootstrap.servers", facts.getProperty("kafka.bootstrap"));
        settings.put("siaga.kafka.local", "true");
        settings.put("quarkus.oidc.auth-server-url", server.url());
        settings.put("siaga.security.parties", PARTIES);
        settings.put("siaga.security.roles", ROLES);
        settings.put("siaga.keyring", Keysets.rotated(Keysets.random()));
        settings.put("siaga.record.signing-keys", SigningKeys.create());
        return settings;
    }

    @Override
    public void stop() {
        if (issuer != null) {
            issuer.close();
        }
        if (stack != null) {
            stack.close();
        }
    }
}
