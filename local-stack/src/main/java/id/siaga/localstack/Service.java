// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** A packaged service: where it lies, where it listens, what it is told. */
record Service(String name, String database, Program program, int port, int managementPort) {

    static final String READINESS = "/q/health/ready";

    /** What a service is known by in its consumer groups; of two with one name the later silences the earlier. */
    static final String INSTANCE = "KAFKA_GROUP_INSTANCE_ID";

    private static final String HOST = "127.0.0.1";

    static Service of(String name, String database, StackOptions options, PortPlan ports) throws IOException {
        return new Service(name, database, Program.of(name, options), ports.of(name), ports.of(name + ".management"));
    }

    /** Everything that differs between machines, by the names that any other deployment uses, too. */
    Map<String, String> environment(Properties infrastructure, URI issuer) {
        String prefix = "postgres." + database + ".";
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", infrastructure.getProperty(prefix + "url"));
        environment.put("QUARKUS_DATASOURCE_USERNAME", infrastructure.getProperty(prefix + "app"));
        environment.put("QUARKUS_DATASOURCE_PASSWORD", infrastructure.getProperty(prefix + "app-password"));
        environment.put("QUARKUS_FLYWAY_USERNAME", infrastructure.getProperty(prefix + "owner"));
        environment.put("QUARKUS_FLYWAY_PASSWORD", infrastructure.getProperty(prefix + "owner-password"));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", infrastructure.getProperty("kafka.bootstrap"));
        // On this machine, and in clear: elsewhere that is refused.
        environment.put("SIAGA_KAFKA_LOCAL", "true");
        // There is one of each, and it is only started again once it is dead: it has its partitions back at once.
        environment.put(INSTANCE, name);
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer.toString());
        // The services start beside Keycloak, whose first start is the longest of all.
        environment.put("QUARKUS_OIDC_CONNECTION_DELAY", "4M");
        environment.put("QUARKUS_HTTP_HOST", HOST);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_HOST", HOST);
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        return environment;
    }

    /** The same on other ports. */
    Service on(int otherPort, int otherManagementPort) {
        return new Service(name, database, program, otherPort, otherManagementPort);
    }

    /** The same as another program. */
    Service from(Program other) {
        return new Service(name, database, other, port, managementPort);
    }

    URI readiness() {
        return URI.create(management() + READINESS);
    }

    Endpoints.Service endpoint() {
        String url = "http://%s:%d".formatted(HOST, port);
        return new Endpoints.Service(url, url + "/q/openapi", url + "/q/swagger-ui", management());
    }

    private String management() {
        return "http://%s:%d".formatted(HOST, managementPort);
    }
}
