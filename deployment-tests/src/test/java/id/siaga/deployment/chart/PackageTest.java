// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chart as it is handed on. */
class PackageTest {

    @Test
    void whatIsPackedDeploysTheSame(@TempDir Path folder) throws IOException {
        new Helm(Chart.SIAGA.folder()).packageIt().withDestination(folder).call();

        try (Stream<Path> files = Files.list(folder)) {
            List<Path> packed = files.toList();
            assertEquals(List.of("siaga-" + version() + ".tgz"), names(packed));
            assertEquals(template(Chart.SIAGA.folder()), template(packed.getFirst()));
        }
    }

    private static String template(Path chart) {
        return new Helm(chart)
                .template()
                .withName("siaga")
                .withKubeVersion("1.33.0")
                .withValuesFile(Chart.values("everything"))
                .call();
    }

    private static String version() {
        return String.valueOf(
                Values.in(Chart.SIAGA.folder().resolve("Chart.yaml")).get("version"));
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }
}
