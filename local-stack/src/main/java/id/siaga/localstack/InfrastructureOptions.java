// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@link Infrastructure} is told on its command line.
 *
 * @param postgresPort 0 means any free one, as for Kafka
 * @param deletedAtTheEnd a file or folder that means nothing any more when this process has ended
 */
record InfrastructureOptions(Path data, Path programs, int postgresPort, int kafkaPort, Path deletedAtTheEnd) {

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
                path(values, "--delete-at-the-end"));
    }

    private static Path path(Map<String, String> values, String option) {
        String value = values.get(option);
        if (value == null) {
            throw new IllegalArgumentException(option + " is required");
        }
        return Path.of(value).toAbsolutePath().normalize();
    }
}
