// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A service as a native executable: where the build leaves it, and what it takes of the machine. */
record NativeProgram(Path executable) implements Program {

    private static final int KILOBYTES_OF_A_MEGABYTE = 1024;

    /** The executable of a service, whatever its version. */
    static NativeProgram of(String service, Path root) throws IOException {
        Path target = root.resolve(service).resolve("target");
        Pattern name = Pattern.compile(Pattern.quote(service) + "-.+-runner");
        try (Stream<Path> files = Files.isDirectory(target) ? Files.list(target) : Stream.empty()) {
            return files.filter(
                            file -> name.matcher(file.getFileName().toString()).matches() && Files.isExecutable(file))
                    .findFirst()
                    .map(NativeProgram::new)
                    .orElseThrow(() -> new StackFailure(
                            "%s has no native executable: run ./siaga native %s".formatted(service, service)));
        }
    }

    @Override
    public List<String> command(String service, Set<String> variables, Folder folder) {
        return List.of(executable.toString(), "-Xmx256m", "-Xmn24m");
    }

    @Override
    public boolean startsAlone() {
        return true;
    }

    @Override
    public String describe(Process process) throws IOException {
        return "is native, " + resident(process);
    }

    /** Its memory that is in the machine's now, in megabytes, as {@code ps} counts it. */
    static String resident(Process process) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid()))
                .redirectError(Redirect.DISCARD)
                .start();
        String kilobytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        return kilobytes.isEmpty() ? "ended" : Long.parseLong(kilobytes) / KILOBYTES_OF_A_MEGABYTE + " MB resident";
    }
}
