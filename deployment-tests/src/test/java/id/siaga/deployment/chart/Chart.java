// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.chart;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import id.siaga.deployment.rules.Manifest;
import id.siaga.deployment.rules.Manifests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A Helm chart in a folder. */
record Chart(Path folder) {

    static final Chart SIAGA =
            new Chart(Path.of("../helm/siaga").toAbsolutePath().normalize());

    private static final String HOOK = "helm.sh/hook";

    /** Anything that Helm does not know. */
    private static final String NO_HOOK = "siaga.id/hook";

    /** The sets of values that are rendered by tests, each for another kind of cluster. */
    static Stream<Path> valuesFiles() {
        return SIAGA.files("ci");
    }

    static Path values(String name) {
        return SIAGA.folder().resolve("ci").resolve(name + "-values.yaml");
    }

    /**
     * All that Helm would deploy, hooks included. The library that runs Helm for us leaves hooks out of what it renders; so
     * Helm is given a copy in which they are none, and they are called so again afterwards.
     */
    String render(Path... valuesFiles) {
        try {
            Path scratch = Files.createTempDirectory("chart-");
            try {
                return copyTo(scratch.resolve("siaga"))
                        .withoutHooks()
                        .template(valuesFiles)
                        .replace(NO_HOOK, HOOK);
            } finally {
                delete(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Manifest> manifests(Path... valuesFiles) {
        return Manifests.parse(render(valuesFiles));
    }

    private String template(Path... valuesFiles) {
        TemplateCommand template = new Helm(folder)
                .template()
                .withName("siaga")
                .withNamespace("siaga")
                .withKubeVersion("1.33.0");
        for (Path file : valuesFiles) {
            template.withValuesFile(file);
        }
        return template.call();
    }

    private Chart withoutHooks() throws IOException {
        for (Path file :
                Stream.concat(files("templates"), files("templates/tests")).toList()) {
            if (Files.isRegularFile(file)) {
                Files.writeString(file, Files.readString(file).replace(HOOK, NO_HOOK));
            }
        }
        return this;
    }

    LintResult lint() {
        return new Helm(folder).lint().strict().call();
    }

    /** A copy that may be changed. */
    Chart copyTo(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = target.resolve(folder.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return new Chart(target);
    }

    private Stream<Path> files(String below) {
        try (Stream<Path> files = Files.list(folder.resolve(below))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
