// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The data folder of a stack and what lies where in it. */
record Folder(Path path) {

    Path lock() {
        return path.resolve("lock");
    }

    Path endpoints() {
        return path.resolve("endpoints.json");
    }

    /** What runs, as long as something does. */
    Path status() {
        return path.resolve("status.json");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** Unpacked and built programs: no data, so they are kept even when the data is not. */
    Path programs() {
        return path.resolve("programs");
    }

    Path data() {
        return path.resolve("data");
    }

    Path ports() {
        return data().resolve("ports.properties");
    }

    Path secrets() {
        return data().resolve("secrets.properties");
    }

    void prepare(boolean fresh) throws IOException {
        // A stack that lost its power could not take it away.
        Files.deleteIfExists(endpoints());
        Files.deleteIfExists(status());
        if (fresh) {
            delete(data());
            delete(logs());
        }
        Files.createDirectories(data());
        Files.createDirectories(logs());
        Files.createDirectories(programs());
    }

    /** Deletes a file, or a folder with all that is in it. */
    static void delete(Path fileOrFolder) throws IOException {
        if (!Files.exists(fileOrFolder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(fileOrFolder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
