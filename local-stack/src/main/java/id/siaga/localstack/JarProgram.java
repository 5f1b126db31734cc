// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A service as its packaged jar.
 *
 * @param forLong whether its JVM optimises what runs often
 */
record JarProgram(Path jar, boolean forLong) implements Program {

    static JarProgram of(String service, Path root, boolean forLong) {
        Path jar = root.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StackFailure(service + " is not packaged: run mvn -DskipTests package in " + root);
        }
        return new JarProgram(jar, forLong);
    }

    @Override
    public List<String> command(String service, Set<String> variables, Folder folder) {
        return List.of(
                Jvm.java(),
                "-XX:+UseSerialGC",
                // A stack lives for minutes on a machine that it shares: a start took 5.6 s of CPU and not 9.1.
                forLong ? "-XX:TieredStopAtLevel=4" : "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.programs().resolve(service + ".jsa"),
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString());
    }

    @Override
    public boolean startsAlone() {
        return false;
    }

    @Override
    public String describe(Process process) {
        return "runs on the JVM";
    }
}
