// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.chart;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.marcnuri.helm.DryRun;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.InstallCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever has installed the chart is told to do next. */
class NotesTest {

    @TempDir
    private Path scratch;

    @Test
    void theNextStepsAreTold() {
        String notes = notes(Chart.values("production"));

        assertTrue(notes.contains("kubectl -n siaga rollout status deployment/siaga-intake"), notes);
        assertTrue(notes.contains("helm -n siaga test siaga"), notes);
        assertTrue(notes.contains("triage: https://triage.siaga.example.org/v1"), notes);
        assertFalse(notes.contains("WARNING"), notes);
        assertFalse(notes.contains("Topics are not made"), notes);
    }

    @Test
    void topicsThatTheReleaseDoesNotMakeAreNamed() {
        String notes = notes(Chart.values("minimal"));

        assertTrue(notes.contains("Topics are not made by this release."), notes);
        assertTrue(notes.contains("\n     intake.report.v1\n"), notes);
        assertTrue(notes.contains("\n     notification-service.events-in.dlq"), notes);
    }

    @Test
    void whatIsUnwiseIsSaid() throws IOException {
        String notes = notes(
                Chart.values("minimal"),
                Files.writeString(
                        scratch.resolve("values.yaml"),
                        "{intake: {replicaCount: 1, kafka: {securityProtocol: SASL_PLAINTEXT}}, migrations: {enabled:"
                                + " false}}"));

        assertTrue(notes.contains("WARNING: intake has a single replica"), notes);
        assertTrue(notes.contains("WARNING: intake talks to Kafka without TLS (SASL_PLAINTEXT)"), notes);
        assertFalse(notes.contains("WARNING: triage"), notes);
        assertTrue(notes.contains("Migrations are switched off"), notes);
    }

    private static String notes(Path... valuesFiles) {
        InstallCommand install = new Helm(Chart.SIAGA.folder())
                .install()
                .withName("siaga")
                .withNamespace("siaga")
                .withKubeVersion("1.33.0")
                .clientOnly()
                .dryRun()
                .withDryRunOption(DryRun.CLIENT);
        for (Path file : valuesFiles) {
            install.withValuesFile(file);
        }
        return install.call().getOutput();
    }
}
