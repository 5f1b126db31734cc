// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * By TLS and a password that stays with its owner (SCRAM), and for users other than the administrator only to what access
 * lists allow. Broker and controller prove to each other by the certificate who they are.
 */
record SecuredAccess(Certificates certificates, String password) implements BrokerAccess {

    private static final String ADMINISTRATOR = "admin";
    private static final String BOUND_TO = "127.0.0.1";
    private static final String MECHANISM = "SCRAM-SHA-512";

    /** What the certificate is for. */
    private static final String HOST = "localhost";

    @Override
    public String host() {
        return HOST;
    }

    @Override
    public Map<String, String> listeners(int port, int controllerPort) throws IOException {
        Map<String, String> settings = new HashMap<>();
        settings.put(
                "listeners", "SECURED://" + BOUND_TO + ":" + port + ",CONTROLLER://" + BOUND_TO + ":" + controllerPort);
        settings.put("advertised.listeners", "SECURED://" + HOST + ":" + port);
        settings.put("inter.broker.listener.name", "SECURED");
        settings.put("listener.security.protocol.map", "CONTROLLER:SSL,SECURED:SASL_SSL");
        settings.put("listener.name.controller.ssl.client.auth", "required");
        settings.put("ssl.keystore.type", "PEM");
        settings.put("ssl.keystore.certificate.chain", Files.readString(certificates.certificate()));
        settings.put("ssl.keystore.key", Files.readString(certificates.key()));
        settings.put("ssl.truststore.type", "PEM");
        settings.put("ssl.truststore.certificates", Files.readString(certificates.authority()));
        settings.put("sasl.enabled.mechanisms", MECHANISM);
        settings.put("sasl.mechanism.inter.broker.protocol", MECHANISM);
        settings.put("listener.name.secured.scram-sha-512.sasl.jaas.config", login());
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:" + ADMINISTRATOR + ";User:CN=" + HOST);
        return settings;
    }

    @Override
    public List<String> users() {
        return List.of(MECHANISM + "=[name=" + ADMINISTRATOR + ",password=" + password + "]");
    }

    @Override
    public Map<String, Object> client() throws IOException {
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                login(),
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.certificates",
                Files.readString(certificates.authority()));
    }

    private String login() {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(ADMINISTRATOR, password);
    }

    @Override
    public void describe(Properties facts) {
        facts.setProperty("kafka.login", login());
    }
}
