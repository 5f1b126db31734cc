// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.machine;

import id.siaga.localstack.StackStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The processes of a stack, for whoever wants to know what each of them costs. */
public final class Surroundings {

    private Surroundings() {}

    /** Looks at every process of the stack that runs on that folder. */
    public static Processors processors(Path data) throws IOException {
        Map<String, Long> pids = new TreeMap<>();
        StackStatus.read(data).orElseThrow().parts().forEach(part -> pids.put(part.name(), part.pid()));
        // PostgreSQL is a daemon, and not a child of the process that has started it and Kafka.
        pids.put("postgres", postmaster(data.resolve("data/infrastructure/postgres/postmaster.pid")));
        return new Processors(pids);
    }

    private static long postmaster(Path file) {
        try {
            return Long.parseLong(Files.readAllLines(file).getFirst().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
