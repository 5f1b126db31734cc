// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL and Kafka for tests, in a child JVM with a class path of its own. It uses nothing but the JDK, so a module
 * can depend on local-stack without any of its dependencies.
 */
public final class StackProcess implements AutoCloseable {

    private static final int STOP_SECONDS = 60;

    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader answers;
    private final Properties facts = new Properties();

    private StackProcess(Process process, Path ready) throws IOException {
        this.process = process;
        this.commands = process.outputWriter();
        this.answers = process.inputReader();
        awaitAnswer("ready");
        try (Reader reader = Files.newBufferedReader(ready)) {
            facts.load(reader);
        }
    }

    /**
     * Starts a new, empty PostgreSQL and Kafka on free ports. They end with {@link #close()} or with this JVM, whichever
     * comes first, and their data with them.
     *
     * @param logFile where the child's own log goes; its data folder is made beside it
     */
    public static StackProcess start(Path logFile) {
        try {
            Path beside = logFile.toAbsolutePath().normalize().getParent();
            Files.createDirectories(beside);
            Path data = Files.createTempDirectory(beside, "stack-");
            return start(logFile, data, List.of("--delete-data-at-the-end"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts PostgreSQL and Kafka on a data folder that is kept, with the data and the passwords that are in it. */
    static StackProcess start(Path logFile, Path data, List<String> moreOptions) throws IOException {
        Path built = builtFolder();
        Path ready = data.resolve("ready.properties");
        List<String> command = new ArrayList<>(javaCommand(built, Infrastructure.class.getName()));
        command.addAll(List.of("--data", data.toString(), "--ready", ready.toString()));
        command.addAll(List.of("--programs", built.resolve("postgres").toString()));
        command.addAll(moreOptions);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                .start();
        try {
            return new StackProcess(process, ready);
        } catch (IOException e) {
            process.destroy();
            throw new IOException("local stack does not start, see " + logFile + ": " + e.getMessage(), e);
        }
    }

    static List<String> javaCommand(Path built, String mainClass) throws IOException {
        Path classPath = built.resolve("classpath.txt");
        if (!Files.exists(classPath)) {
            throw new IOException(classPath + " is missing: build local-stack (mvn -pl local-stack package)");
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-cp",
                ownCode()
                        + System.getProperty("path.separator")
                        + Files.readString(classPath).strip(),
                mainClass);
    }

    /** The folder that the build wrote this class to, as classes or as a jar; the class path file is beside them. */
    static Path builtFolder() {
        return requireNonNull(ownCode().getParent(), "code lies in a folder");
    }

    private static Path ownCode() {
        String location = String.valueOf(StackProcess.class.getResource("StackProcess.class"));
        String withoutClass =
                location.substring(0, location.length() - "id/siaga/localstack/StackProcess.class".length());
        // jar:file:/folder/local-stack.jar!/ or file:/folder/classes/
        String file = withoutClass.replaceFirst("^jar:", "").replaceFirst("!/$", "");
        return Path.of(URI.create(file));
    }

    /**
     * Where everything listens and how to get in: {@code kafka.bootstrap}, {@code postgres.host}, {@code postgres.port},
     * {@code postgres.superuser}, {@code postgres.superuser-password}, {@code postgres.data}, {@code postgres.bin}, and
     * for each database {@code postgres.<database>.url}, {@code .owner}, {@code .owner-password}, {@code .app},
     * {@code .app-password}.
     */
    public Properties facts() {
        Properties copy = new Properties();
        copy.putAll(facts);
        return copy;
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
            commands.write(line);
            commands.newLine();
            commands.flush();
            awaitAnswer("done " + line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            Postmaster.stop(Path.of(facts.getProperty("postgres.data")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
