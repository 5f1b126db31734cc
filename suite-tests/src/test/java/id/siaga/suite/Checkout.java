// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the project lies, seen from this module. */
public final class Checkout {

    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    public static final List<String> SERVICES = List.of("intake-service", "triage-service", "notification-service");

    private Checkout() {}

    /** The event schemas of a service, those in {@code released/} left out. */
    static List<Path> schemas(String service) {
        return filesIn(ROOT.resolve(service).resolve("contracts/events"), ".schema.json");
    }

    static List<Path> filesIn(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
