// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL and Kafka in a child JVM with a class path of its own. It uses nothing but the JDK, so the tests of a
 * module can depend on local-stack without any of its dependencies.
 */
public final class StackProcess implements AutoCloseable {

    private static final int STOP_SECONDS = 60;

    /** Ctrl-C reaches every process of a terminal at once; this one ends only after those who use it. */
    private static final List<String> UNTOUCHED_BY_CTRL_C =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "untouched");

    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader answers;
    private final Path logFile;
    private final Path data;
    private final Properties facts = new Properties();

    private StackProcess(Process process, Path logFile, Path data) {
        this.process = process;
        this.commands = process.outputWriter();
        this.answers = process.inputReader();
        this.logFile = logFile;
        this.data = data;
    }

    /**
     * Starts a new, empty PostgreSQL and Kafka on free ports. They end with {@link #close()} or with this JVM, whichever
     * comes first, and their data with them.
     *
     * @param logFile where the child's own log goes; its data folder is made beside it
     */
    public static StackProcess start(Path logFile) {
        return start(logFile, List.of());
    }

    /**
     * The same, but both let nobody in unless by TLS and a password, and Kafka to nothing that no access list allows.
     *
     * @param certificates a folder with {@code tls.crt}, {@code tls.key}, for {@code localhost}, and their authority {@code
     *     ca.crt}; the key is for its owner's eyes only, or PostgreSQL does not take it
     */
    public static StackProcess startSecured(Path logFile, Path certificates) {
        return start(
                logFile,
                List.of(
                        "--certificates",
                        certificates.toAbsolutePath().normalize().toString()));
    }

    private static StackProcess start(Path logFile, List<String> moreOptions) {
        try {
            Path log = logFile.toAbsolutePath().normalize();
            Files.createDirectories(log.resolveSibling("."));
            Path data = Files.createTempDirectory(log.resolveSibling(".").normalize(), "stack-");
            Path programs = Jvm.builtFolder().resolve("postgres");
            List<String> options = new ArrayList<>(moreOptions);
            options.addAll(List.of("--delete-at-the-end", data.toString()));
            StackProcess stack = launch(log, data, programs, options);
            stack.awaitReady();
            return stack;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Begins to start PostgreSQL and Kafka on a data folder that is kept; returns when no other stack uses it any more.
     */
    static StackProcess launch(Path logFile, Path data, Path programs, List<String> moreOptions) throws IOException {
        List<String> command = new ArrayList<>(UNTOUCHED_BY_CTRL_C);
        command.addAll(Jvm.command("id.siaga.localstack.Infrastructure"));
        command.addAll(List.of("--data", data.toString(), "--programs", programs.toString()));
        command.addAll(moreOptions);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.to(logFile.toFile()))
                .start();
        StackProcess stack = new StackProcess(process, logFile, data);
        stack.await("locked");
        return stack;
    }

    /** Returns when both answer; to be called once, after {@link #launch}. */
    void awaitReady() throws IOException {
        await("ready");
        try (Reader reader = Files.newBufferedReader(data.resolve(Infrastructure.READY_FILE))) {
            facts.load(reader);
        }
    }

    private void await(String answer) throws IOException {
        try {
            awaitAnswer(answer);
        } catch (IOException e) {
            close();
            throw new IOException("PostgreSQL and Kafka do not start: " + e.getMessage() + ", see " + logFile, e);
        }
    }

    /**
     * Where everything listens and how to get in: {@code kafka.bootstrap}, where it is secured {@code kafka.login} (the
     * administrator's, as a line for Kafka's login module), {@code postgres.host}, {@code postgres.port},
     * {@code postgres.superuser}, {@code postgres.superuser-password}, {@code postgres.data}, {@code postgres.bin}, and
     * for each database {@code postgres.<database>.url}, {@code .owner}, {@code .owner-password}, {@code .app},
     * {@code .app-password}.
     */
    public Properties facts() {
        Properties copy = new Properties();
        copy.putAll(facts);
        return copy;
    }

    Process process() {
        return process;
    }

    /** Stops PostgreSQL and cuts its connections; returns when it is down. */
    public void stopPostgres() {
        command("stop-postgres");
    }

    /** Starts PostgreSQL again on the same port and data; returns when it answers. */
    public void startPostgres() {
        command("start-postgres");
    }

    private synchronized void command(String line) {
        try {
            send(line);
            awaitAnswer("done " + line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Has that process ended when this JVM is gone. There is nothing to wait for: what was written is read before the
     * end of the input is.
     */
    synchronized void watch(long pid) {
        try {
            send("watch " + pid);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(String line) throws IOException {
        commands.write(line);
        commands.newLine();
        commands.flush();
    }

    private void awaitAnswer(String expected) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.equals(expected)) {
                return;
            }
            if (line.startsWith("failed ")) {
                throw new IOException(line.substring("failed ".length()));
            }
        }
        throw new IOException("the process has ended");
    }

    /** Stops Kafka, then PostgreSQL, and waits until both are gone. */
    @Override
    public void close() {
        try {
            commands.close();
        } catch (IOException alreadyGone) {
            // A child that is gone has closed its end; there is nothing left to tell it.
        }
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Postmaster.stop(data.resolve(Infrastructure.POSTGRES_FOLDER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
