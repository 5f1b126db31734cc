// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.kustomize;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.siaga.deployment.rules.Manifest;
import id.siaga.deployment.rules.Manifests;
import id.siaga.deployment.rules.Rules;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** kubectl renders what is applied, and that keeps every rule; where there is no kubectl, nobody could apply it either. */
class OverlaysTest {

    /** What docs/kubernetes.md says has to be there before. */
    private static final Set<String> EXISTING = Stream.of("intake-service", "triage-service", "notification-service")
            .flatMap(service -> Stream.of("Secret/" + service, "Secret/" + service + "-owner"))
            .collect(Collectors.toSet());

    @BeforeAll
    static void kubectlIsThere() {
        boolean there = Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getenv("PATH"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
        assumeTrue(there, "kubectl is not on the path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"overlays/local", "overlays/production"})
    void anOverlayKeepsEveryRule(String overlay) throws IOException, InterruptedException {
        List<Manifest> manifests = rendered(overlay);

        assertEquals(List.of(), Rules.with(EXISTING).faults(manifests));
        assertEquals(3, count(manifests, "Deployment"));
    }

    @Test
    void migrationsKeepEveryRule() throws IOException, InterruptedException {
        List<Manifest> manifests = rendered("migrations");

        assertEquals(List.of(), Rules.with(EXISTING).faults(manifests));
        assertEquals(3, count(manifests, "Job"));
    }

    private static List<Manifest> rendered(String folder) throws IOException, InterruptedException {
        Process kubectl = new ProcessBuilder("kubectl", "kustomize", "../k8s/" + folder)
                .redirectErrorStream(true)
                .start();
        String output = new String(kubectl.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, kubectl.waitFor(), output);
        return Manifests.parse(output);
    }

    private static long count(List<Manifest> manifests, String kind) {
        return manifests.stream().filter(manifest -> manifest.is(kind)).count();
    }
}
