// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.operations;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.localstack.Endpoints;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Service;
import id.siaga.suite.Checkout;
import id.siaga.suite.RunningSuite;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the documents, alerts and dashboards say of metrics, held against what running services tell. */
@ExtendWith(RunningSuite.class)
class MetricsIT {

    private static final Pattern ENDING = Pattern.compile("_(bucket|count|sum|max)$");

    @Test
    void whatIsDocumentedIsToldAndNothingElse(Api running) throws Exception {
        List<MetricsDocument.Row> rows = MetricsDocument.rows();
        assertFalse(rows.isEmpty());
        Map<String, Scrape> services = scrape();
        assertAll(services.entrySet().stream().map(service -> () -> {
            Set<String> documented = rows.stream()
                    .filter(row -> row.isOf(service.getKey()))
                    .map(MetricsDocument.Row::name)
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> told = service.getValue().names().stream()
                    .filter(name -> name.startsWith("siaga_"))
                    .map(MetricsIT::family)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(documented, told, service.getKey());
        }));
    }

    @Test
    void eachIsOfItsKindWithItsLabelsItsUnitAndWhatItMeans(Api running) throws Exception {
        Map<String, Scrape> services = scrape();
        assertAll(MetricsDocument.rows().stream().flatMap(row -> services.entrySet().stream()
                .filter(service -> row.isOf(service.getKey()))
                .map(service -> () -> check(row, service.getValue()))));
    }

    private static void check(MetricsDocument.Row row, Scrape service) {
        assertEquals(row.kind(), service.types().get(row.name()), row.name());
        assertFalse(service.help().getOrDefault(row.name(), "").isBlank(), row.name() + " says nothing of itself");
        assertEquals(row.labels(), service.labels(row.name(), MetricsIT::family), row.name());
        if (Set.of("histogram", "summary").contains(row.kind())) {
            assertTrue(row.name().endsWith("_seconds"), row.name());
        }
    }

    @Test
    void everyMetricSaysOfWhichServiceItIs(Api running) throws Exception {
        scrape().forEach((service, scrape) -> scrape.samples()
                .forEach(sample -> assertEquals(service, sample.labels().get("application"), sample.name())));
    }

    @Test
    void whatAlertsAndDashboardsReadIsThere(Api running) throws Exception {
        // Given requests, of which one metric tells only once there were any
        running.send(running.suite().identity("kpu"), Call.get(Service.INTAKE, "/v1/reports"));
        Set<String> there = new HashSet<>(AlertRules.recorded());
        scrape().values().forEach(service -> there.addAll(service.names()));

        // When
        Set<String> read = Stream.concat(
                        AlertRules.expressions().stream(),
                        Dashboards.all().values().stream().flatMap(one -> Dashboards.expressions(one).stream()))
                .flatMap(expression -> expression.metrics().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        read.removeAll(there);
        assertEquals(Set.of(), read);
    }

    private static String family(String name) {
        return name.contains("_seconds") ? ENDING.matcher(name).replaceFirst("") : name;
    }

    private static Map<String, Scrape> scrape() throws IOException, InterruptedException {
        Endpoints endpoints = Endpoints.read(RunningSuite.DATA.resolve("endpoints.json"));
        Map<String, Scrape> services = new HashMap<>();
        for (String service : Checkout.SERVICES) {
            String management =
                    requireNonNull(endpoints.services().get(service)).management();
            services.put(service, Scrape.of(management + "/q/metrics"));
        }
        return services;
    }
}
