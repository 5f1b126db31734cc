// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.nativeimage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.siaga.suite.Checkout;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A native executable holds no file of the class path but those it was built with by name. */
class ResourcesTest {

    /** Configuration, what the builder itself reads, and templates, which Qute builds in. */
    private static final Set<String> KNOWN = Set.of("application.properties", "META-INF/", "templates/");

    static Stream<String> services() {
        return Checkout.SERVICES.stream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyResourceIsBuiltIn(String service) throws IOException {
        Properties configuration = new Properties();
        configuration.load(new StringReader(
                Checkout.read(Checkout.ROOT.resolve(service).resolve("src/main/resources/application.properties"))));
        List<String> included = list(configuration, "quarkus.native.resources.includes");
        List<String> migrations = list(configuration, "quarkus.flyway.locations");
        assertFalse(migrations.isEmpty());
        Set<String> left = new TreeSet<>();
        for (String module : List.of(service, "messaging", "storage", "web", "reconciliation")) {
            for (String resource : resources(module)) {
                boolean known = KNOWN.stream().anyMatch(resource::startsWith)
                        || migrations.stream().anyMatch(folder -> resource.startsWith(folder + "/"))
                        || included.stream().anyMatch(glob -> matches(glob, resource));
                if (!known) {
                    left.add(module + ": " + resource);
                }
            }
        }

        assertEquals(Set.of(), left, "needs to be in quarkus.native.resources.includes of " + service);
    }

    private static List<String> list(Properties configuration, String name) {
        return Arrays.stream(configuration.getProperty(name, "").split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static boolean matches(String glob, String resource) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(resource));
    }

    private static List<String> resources(String module) throws IOException {
        Path folder = Checkout.ROOT.resolve(module).resolve("src/main/resources");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
