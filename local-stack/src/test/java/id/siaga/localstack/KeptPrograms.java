// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The unpacked and built programs, shared by all tests: only the first one waits for Keycloak to be built. */
final class KeptPrograms {

    private KeptPrograms() {}

    static void linkInto(Path dataFolder) throws IOException {
        Path kept = Files.createDirectories(Jvm.builtFolder().resolve("programs"));
        Files.createDirectories(dataFolder);
        Files.createSymbolicLink(dataFolder.resolve("programs"), kept);
    }
}
