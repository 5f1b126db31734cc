// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Infrastructure} is told on its command line.
 *
 * @param postgresPort 0 means any free one, as for Kafka
 * @param controllerPort where Kafka talks to itself
 * @param certificates by which both speak TLS and nothing else; null when they are to speak in clear
 * @param deletedAtTheEnd files or folders that mean nothing any more when this process has ended
 */
record InfrastructureOptions(
        Path data,
        Path programs,
        int postgresPort,
        int kafkaPort,
        int controllerPort,
        @Nullable Certificates certificates,
        List<Path> deletedAtTheEnd) {

    static InfrastructureOptions parse(String... arguments) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            values.put(arguments[i], arguments[i + 1]);
        }
        return new InfrastructureOptions(
                path(values, "--data"),
                path(values, "--programs"),
                Integer.parseInt(values.getOrDefault("--postgres-port", "0")),
                Integer.parseInt(values.getOrDefault("--kafka-port", "0")),
                Integer.parseInt(values.getOrDefault("--controller-port", "0")),
                certificates(values.get("--certificates")),
                Stream.of(value(values, "--delete-at-the-end").split(File.pathSeparator, -1))
                        .map(InfrastructureOptions::path)
                        .toList());
    }

    private static @Nullable Certificates certificates(@Nullable String folder) {
        return folder == null ? null : new Certificates(path(folder));
    }

    private static Path path(Map<String, String> values, String option) {
        return path(value(values, option));
    }

    private static Path path(String text) {
        return Path.of(text).toAbsolutePath().normalize();
    }

    private static String value(Map<String, String> values, String option) {
        String value = values.get(option);
        if (value == null) {
            throw new IllegalArgumentException(option + " is required");
        }
        return value;
    }
}
