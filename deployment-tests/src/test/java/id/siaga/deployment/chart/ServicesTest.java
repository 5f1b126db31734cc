// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chart believes of the services is what they are. */
class ServicesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final JsonNode FACTS = Values.tree(Chart.SIAGA.folder().resolve("services.yaml"));

    @ParameterizedTest
    @ValueSource(strings = {"intake", "triage", "notification"})
    void itsConsumersAreThoseOfItsConfiguration(String service) throws IOException {
        Properties configuration = configuration(service);
        Map<String, Set<String>> configured = new TreeMap<>();
        for (String name : configuration.stringPropertyNames()) {
            Matcher group = Pattern.compile("mp\\.messaging\\.incoming\\.([\\w-]+)\\.group\\.id")
                    .matcher(name);
            if (group.matches()) {
                String channel = "mp.messaging.incoming." + group.group(1);
                String topics =
                        configuration.getProperty(channel + ".topics", configuration.getProperty(channel + ".topic"));
                configured.put(configuration.getProperty(name), new TreeSet<>(List.of(topics.split(",", -1))));
            }
        }
        Map<String, Set<String>> believed = new TreeMap<>();
        for (JsonNode consumer : facts(service).path("consumers")) {
            believed.put(consumer.path("group").asText(), texts(consumer.path("topics")));
        }

        assertFalse(configured.isEmpty());
        assertEquals(configured, believed);
    }

    @Test
    void itsTopicsAreThoseOfTheContracts() throws IOException {
        Set<String> promised = new TreeSet<>();
        Set<String> believed = new TreeSet<>();
        for (String service : List.of("intake", "triage", "notification")) {
            Pattern.compile("(?m)^    address: ([\\w.-]+)$")
                    .matcher(Files.readString(ROOT.resolve(service + "-service/contracts/asyncapi.yaml")))
                    .results()
                    .forEach(address -> promised.add(address.group(1)));
            believed.addAll(texts(facts(service).path("publishes")));
            for (JsonNode consumer : facts(service).path("consumers")) {
                believed.add(consumer.path("group").asText() + ".dlq");
            }
        }

        assertTrue(promised.size() > 10, () -> promised + " are too few");
        assertEquals(promised, believed);
        assertEquals(
                promised,
                Chart.SIAGA.manifests(Chart.values("everything")).stream()
                        .filter(manifest -> manifest.is("KafkaTopic"))
                        .map(manifest -> manifest.name())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "triage", "notification"})
    void itsMetricsAreWhereItsConfigurationPutsThem(String service) throws IOException {
        String path = configuration(service).getProperty("quarkus.micrometer.export.prometheus.path", "/q/metrics");

        assertEquals(
                path,
                Chart.SIAGA.manifests(Chart.values("production")).stream()
                        .filter(manifest -> manifest.id().equals("ServiceMonitor/siaga-" + service))
                        .map(manifest -> manifest.at("/spec/endpoints/0/path").asText())
                        .findFirst()
                        .orElse(""));
    }

    /** A secret that a service reads and nobody gives it would stop its start. */
    @ParameterizedTest
    @ValueSource(strings = {"intake", "triage", "notification"})
    void itsSecretsAreThoseThatItsCodeAsksFor(String service) throws IOException {
        Set<String> asked = new TreeSet<>();
        for (Path file : sources(service)) {
            Pattern.compile("@ConfigProperty\\(name = \"(siaga[\\w.-]+)\"\\) String")
                    .matcher(Files.readString(file))
                    .results()
                    .map(match -> match.group(1).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                    .forEach(asked::add);
        }

        assertFalse(asked.isEmpty());
        assertEquals(
                asked,
                facts(service).path("secrets").properties().stream()
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "triage", "notification"})
    void itIsToldWhoReceivesCanariesIfItAsksForThat(String service) throws IOException {
        boolean asks = false;
        for (Path file : sources(service)) {
            asks |= Pattern.compile("\"siaga\\.canary(\\.party)?\"")
                    .matcher(Files.readString(file))
                    .find();
        }

        assertEquals(asks, facts(service).path("canary").asBoolean());
        assertEquals(
                asks ? "siaga-canary" : "",
                Chart.SIAGA.manifests(Chart.values("everything")).stream()
                        .filter(manifest -> manifest.id().equals("Deployment/siaga-desk-" + service))
                        .flatMap(deployment ->
                                deployment.at("/spec/template/spec/containers").findParents("value").stream())
                        .filter(variable -> variable.path("name").asText().equals("SIAGA_CANARY_PARTY"))
                        .map(variable -> variable.path("value").asText())
                        .collect(Collectors.joining(",")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "triage", "notification"})
    void itHasTheTimeToStop(String service) throws IOException {
        int afterTheDelay = seconds(configuration(service).getProperty("quarkus.shutdown.timeout"));
        // Each ends what it has begun, at most: a relay its batch, twice, and a dispatcher its calls.
        int relay = 2 * 10;
        int dispatcher = service.equals("notification") ? 12 : 0;

        Chart.SIAGA.manifests(Chart.values("minimal")).stream()
                .filter(manifest -> manifest.id().equals("Deployment/siaga-" + service))
                .forEach(deployment -> {
                    int delay = deployment
                            .at("/spec/template/spec/containers/0/env")
                            .valueStream()
                            .filter(variable -> variable.path("name").asText().equals("QUARKUS_SHUTDOWN_DELAY"))
                            .mapToInt(variable -> seconds(variable.path("value").asText()))
                            .sum();
                    int grace = deployment
                            .at("/spec/template/spec/terminationGracePeriodSeconds")
                            .asInt();
                    assertTrue(delay > 0, "readiness has no time to be seen");
                    assertTrue(
                            grace > delay + afterTheDelay + relay + dispatcher,
                            () -> grace + " s are not longer than " + (delay + afterTheDelay + relay + dispatcher)
                                    + " s");
                });
    }

    @Test
    void theChartIsOfThisVersionAndNamesItsImages() throws IOException {
        JsonNode chart = Values.tree(Chart.SIAGA.folder().resolve("Chart.yaml"));
        Matcher version = Pattern.compile("<artifactId>siaga</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertTrue(version.find());
        assertEquals(version.group(1), chart.path("appVersion").asText());

        Set<String> pulled = Pattern.compile("(?m)^ +image: (\\S+)$")
                .matcher(Chart.SIAGA.render(Chart.values("minimal")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        String announced = chart.at("/annotations/artifacthub.io~1images").asText();
        assertEquals(
                pulled,
                Pattern.compile("(?m)^ +image: (\\S+)$")
                        .matcher(announced)
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static int seconds(String text) {
        return Integer.parseInt(text.substring(0, text.length() - 1));
    }

    private static JsonNode facts(String service) {
        return FACTS.path(service);
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties configuration(String service) throws IOException {
        Properties configuration = new Properties();
        configuration.load(new StringReader(
                Files.readString(ROOT.resolve(service + "-service/src/main/resources/application.properties"))));
        return configuration;
    }

    private static List<Path> sources(String service) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(service + "-service/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
