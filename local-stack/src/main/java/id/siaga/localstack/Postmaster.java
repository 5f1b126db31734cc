// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The PostgreSQL server that runs on a data directory, whoever started it. It is a daemon: it outlives a JVM that was
 * killed, so whoever comes next has to be able to end it.
 */
final class Postmaster {

    private static final int PATIENCE_SECONDS = 20;

    private Postmaster() {}

    static Optional<ProcessHandle> on(Path dataDirectory) throws IOException {
        try {
            long pid = Long.parseLong(Files.readString(dataDirectory.resolve("postmaster.pid"))
                    .lines()
                    .findFirst()
                    .orElse("0")
                    .strip());
            // After a reboot the number may belong to anything.
            return ProcessHandle.of(pid)
                    .filter(process -> process.info().command().orElse("").contains("postgres"));
        } catch (NoSuchFileException notRunning) {
            return Optional.empty();
        }
    }

    /** Ends the server if one runs: open connections are cut, committed data is kept. */
    static void stop(Path dataDirectory) throws IOException, InterruptedException {
        Optional<ProcessHandle> running = on(dataDirectory);
        if (running.isEmpty()) {
            return;
        }
        ProcessHandle postmaster = running.get();
        // SIGINT asks for the fast shutdown; the SIGTERM of ProcessHandle.destroy would wait for every client to leave.
        new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
                .start()
                .waitFor();
        try {
            postmaster.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException stubborn) {
            postmaster.destroyForcibly();
        }
    }
}
