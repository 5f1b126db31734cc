// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.marcnuri.helm.LintResult;
import id.siaga.deployment.CommittedFile;
import id.siaga.deployment.rules.Manifest;
import id.siaga.deployment.rules.Manifests;
import id.siaga.deployment.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chart deploys by each set of values is what a cluster takes, and what our rules want. */
class ChartTest {

    static Stream<Path> valuesFiles() {
        return Chart.valuesFiles();
    }

    @Test
    void helmFindsNothingToSay() {
        LintResult lint = Chart.SIAGA.lint();

        assertFalse(lint.isFailed(), () -> String.join("\n", lint.getMessages()));
    }

    @Test
    void helmFindsWhatIsBroken(@TempDir Path folder) throws IOException {
        Chart broken = Chart.SIAGA.copyTo(folder.resolve("siaga"));
        Files.writeString(broken.folder().resolve("templates/broken.yaml"), "kind: {{ .Values.nothing.there }}\n");

        assertTrue(broken.lint().isFailed());
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void whatIsDeployedKeepsEveryRule(Path values) {
        List<Manifest> manifests = Chart.SIAGA.manifests(values);

        assertEquals(List.of(), Rules.with(Values.existing(values)).faults(manifests));
        assertEquals(
                3,
                manifests.stream().filter(manifest -> manifest.is("Deployment")).count());
    }

    @ParameterizedTest
    @MethodSource("valuesFiles")
    void everyObjectOfOursIsLabelled(Path values) {
        List<String> unlabelled = Chart.SIAGA.manifests(values).stream()
                .filter(manifest -> !manifest.name().startsWith("siaga-extra")
                        && !manifest.name().startsWith("siaga-text"))
                .filter(manifest -> !manifest.at("/metadata/labels/app.kubernetes.io~1instance")
                                .asText()
                                .equals("siaga")
                        || manifest.at("/metadata/namespace").asText().isEmpty())
                .map(Manifest::id)
                .toList();

        assertEquals(List.of(), unlabelled);
    }

    @Test
    void inProductionItIsWhatWasLookedAt() throws IOException {
        // Alerts and dashboards are files of their own, which one need not look at twice.
        String shown = Arrays.stream(
                        Chart.SIAGA.render(Chart.values("production")).split("(?m)^---\n"))
                .filter(document -> Manifests.parse(document).stream()
                        .noneMatch(manifest -> manifest.is("PrometheusRule")
                                || manifest.at("/metadata/labels/app.kubernetes.io~1component")
                                        .asText()
                                        .equals("dashboards")))
                .collect(Collectors.joining("---\n"));

        CommittedFile.mustBe(Path.of("src/test/resources/golden/production.yaml"), shown);
    }

    /** By these packaged services can be run, which see whether they understand what the chart tells them. */
    @ParameterizedTest
    @ValueSource(strings = {"local", "secured"})
    void whatTheServicesAreRunByIsWhatTheChartTellsThem(String name) throws IOException {
        String workloads = Arrays.stream(Chart.SIAGA
                        .render(Path.of("src/test/resources/" + name + "-values.yaml"))
                        .split("(?m)^---\n"))
                .filter(document -> Manifests.parse(document).stream()
                        .anyMatch(manifest -> manifest.is("Deployment") || (manifest.is("Job") && manifest.isHook())))
                .collect(Collectors.joining("---\n"));

        CommittedFile.mustBe(Path.of("src/test/resources/golden/" + name + ".yaml"), workloads);
    }
}
