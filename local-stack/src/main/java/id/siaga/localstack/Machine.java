// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.Locale;

/** What this machine has to offer; asked before anything is started, so that nothing has to be taken back. */
final class Machine {

    private static final long MEGABYTE = 1_000_000;
    /** Keycloak, PostgreSQL and the class archives, measured: 740 MB; and data of a first run: 130 MB. */
    private static final long FIRST_START = 1_000 * MEGABYTE;

    private static final long LATER_START = 200 * MEGABYTE;

    private Machine() {}

    static void makeRoomIn(Folder folder) {
        try {
            Files.createDirectories(folder.path());
            long needed = Files.isDirectory(folder.programs()) ? LATER_START : FIRST_START;
            long free = Files.getFileStore(folder.path()).getUsableSpace();
            if (free < needed) {
                throw new StackFailure("%s has %d MB of disk space left, and %d MB are needed"
                        .formatted(folder.path(), free / MEGABYTE, needed / MEGABYTE));
            }
            Files.delete(Files.createTempFile(folder.path(), ".room", ".tmp"));
        } catch (IOException e) {
            throw new StackFailure("%s cannot be written to: %s".formatted(folder.path(), reason(e)), e);
        }
    }

    /** PostgreSQL refuses to run as root, and is given another user in a namespace of its own, where the system has them. */
    static void requireAUserForPostgres() throws IOException, InterruptedException {
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")
                && output("id", "-u").equals("0")
                && !canUnshare()) {
            throw new StackFailure("PostgreSQL does not run as root, and this system grants root no user namespace"
                    + " (unshare -U fails): run ./siaga as an ordinary user");
        }
    }

    private static boolean canUnshare() throws InterruptedException {
        try {
            return !output("unshare", "-U", "id", "-u").isEmpty();
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return process.waitFor() == 0 ? output : "";
    }

    private static String reason(IOException e) {
        if (e instanceof FileSystemException refused && refused.getReason() != null) {
            return refused.getReason();
        }
        return e.getClass().getSimpleName();
    }
}
