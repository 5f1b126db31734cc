// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A service as its packaged jar.
 *
 * @param forLong whether its JVM optimises what runs often
 * @param archived whether its classes are kept for its next start: those of this checkout, which starts it again and again
 */
record JarProgram(Path jar, boolean forLong, boolean archived) implements Program {

    static JarProgram of(String service, Path root, boolean forLong) {
        return new JarProgram(packaged(service, root), forLong, true);
    }

    /** That of another checkout. */
    static JarProgram elsewhere(String service, Path checkout) {
        return new JarProgram(packaged(service, checkout), false, false);
    }

    private static Path packaged(String service, Path root) {
        Path jar = root.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StackFailure(service + " is not packaged: run mvn -DskipTests package in " + root);
        }
        return jar;
    }

    @Override
    public List<String> command(String service, Set<String> variables, Folder folder) {
        List<String> command = new ArrayList<>(List.of(
                Jvm.java(),
                "-XX:+UseSerialGC",
                // A stack lives for minutes on a machine that it shares: a start took 5.6 s of CPU and not 9.1.
                forLong ? "-XX:TieredStopAtLevel=4" : "-XX:TieredStopAtLevel=1",
                "-Xmx384m"));
        if (archived) {
            command.add("-XX:+AutoCreateSharedArchive");
            command.add("-XX:SharedArchiveFile=" + folder.programs().resolve(service + ".jsa"));
        }
        command.addAll(List.of(
                "-Xlog:disable",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString()));
        return List.copyOf(command);
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
