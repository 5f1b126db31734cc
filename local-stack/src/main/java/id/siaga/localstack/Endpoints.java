// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.siaga.localstack.client.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Where everything of a running stack listens and how to get in: what {@code .siaga/endpoints.json} says.
 *
 * @param services by service name
 * @param clients by client id: the parties that act for themselves (client credentials grant)
 * @param persons by user name: the people of the duty desk (password grant)
 * @param operator by which ./siaga party gets into realm and services
 * @param logs the folder with one log file per process
 */
public record Endpoints(
        String tokenEndpoint,
        String issuer,
        Map<String, Service> services,
        Postgres postgres,
        Kafka kafka,
        Map<String, Client> clients,
        Map<String, Person> persons,
        Operator operator,
        String logs) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** A service: its API, the API's description, and the port for health and metrics. */
    public record Service(String url, String openapi, String swaggerUi, String management) {}

    /** The database server. */
    public record Postgres(String host, int port, Map<String, Database> databases) {
        static Postgres of(Properties facts, Map<String, Database> databases) {
            return new Postgres(
                    facts.getProperty("postgres.host"),
                    Integer.parseInt(facts.getProperty("postgres.port")),
                    databases);
        }
    }

    /** One service's database: the owner migrates it, the user is what the service works with. */
    public record Database(String url, String owner, String ownerPassword, String user, String password) {}

    /** The broker. */
    public record Kafka(String bootstrapServers) {}

    /** An organisation that acts for itself. */
    public record Client(String party, List<String> roles, String clientId, String clientSecret) {}

    /** A person who acts for an organisation. */
    public record Person(String party, List<String> roles, String clientId, String username, String password) {}

    /** The client of an operator. */
    public record Operator(String clientId, String clientSecret) {}

    /** What the file of a running stack says. */
    public static Endpoints read(Path file) throws IOException {
        return JSON.readValue(Files.readString(file), Endpoints.class);
    }

    /** The same for a caller in this process. */
    Suite suite() throws IOException {
        return Suite.of(JSON.valueToTree(this));
    }

    void write(Path file) throws IOException {
        PrivateFiles.write(file, toJson() + System.lineSeparator());
    }

    private String toJson() throws JsonProcessingException {
        return JSON.writeValueAsString(this);
    }
}
