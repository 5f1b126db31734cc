// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What {@link Infrastructure} is told on its command line; a port of 0 means any free one. */
record InfrastructureOptions(
        Path data, Path programs, Path ready, int postgresPort, int kafkaPort, boolean deletesDataAtTheEnd) {

    static InfrastructureOptions parse(String... arguments) {
        Function<String, @Nullable String> valueOf = option -> {
            Iterator<String> words = Arrays.asList(arguments).iterator();
            while (words.hasNext()) {
                if (words.next().equals(option) && words.hasNext()) {
                    return words.next();
                }
            }
            return null;
        };
        return new InfrastructureOptions(
                path(valueOf, "--data"),
                path(valueOf, "--programs"),
                path(valueOf, "--ready"),
                port(valueOf, "--postgres-port"),
                port(valueOf, "--kafka-port"),
                Arrays.asList(arguments).contains("--delete-data-at-the-end"));
    }

    private static Path path(Function<String, @Nullable String> valueOf, String option) {
        String value = valueOf.apply(option);
        if (value == null) {
            throw new IllegalArgumentException(option + " is required");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }

    private static int port(Function<String, @Nullable String> valueOf, String option) {
        String value = valueOf.apply(option);
        return value == null ? 0 : Integer.parseInt(value);
    }
}
