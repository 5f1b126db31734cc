// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process with PostgreSQL and Kafka in it that lives no longer than its parent: it obeys the lines it reads and ends
 * when there are no more, which is what happens when the parent is gone, however it went.
 *
 * <p>Lines in: {@code stop-postgres}, {@code start-postgres}, {@code watch PID} (end that process, too, when the parent
 * is gone). Each is answered by {@code done LINE} or {@code failed REASON}; {@code ready} says that all is up.
 */
public final class Infrastructure {

    private static final Logger LOG = LoggerFactory.getLogger(Infrastructure.class);

    private final InfrastructureOptions options;
    private final Postgres postgres;
    private final Broker broker;
    private final Wards wards = new Wards();
    private final AtomicBoolean stopped = new AtomicBoolean();

    private Infrastructure(InfrastructureOptions options) throws IOException {
        this.options = options;
        Ports ports = new Ports();
        Secrets secrets = new Secrets(options.data().resolve("passwords.properties"));
        int postgresPort = options.postgresPort() == 0 ? ports.free() : options.postgresPort();
        int kafkaPort = options.kafkaPort() == 0 ? ports.free() : options.kafkaPort();
        this.postgres = new Postgres(options.data().resolve("postgres"), options.programs(), postgresPort, secrets);
        this.broker = new Broker(options.data().resolve("kafka"), kafkaPort, ports.free());
    }

    /** Runs until the parent is gone; the exit code is 1 when the start fails. */
    public static void main(String... arguments) {
        PrintStream answers = System.out;
        int exitCode = 0;
        try {
            InfrastructureOptions options = InfrastructureOptions.parse(arguments);
            Files.createDirectories(options.data());
            exitCode = run(options, answers);
        } catch (Exception e) {
            LOG.error("The start failed", e);
            answers.println(oneLine("failed " + e.getMessage()));
            exitCode = 1;
        }
        System.exit(exitCode);
    }

    private static int run(InfrastructureOptions options, PrintStream answers) throws Exception {
        Path lockFile = options.data().resolve("lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                answers.println("failed another stack runs on " + options.data());
                return 1;
            }
            Infrastructure infrastructure = new Infrastructure(options);
            Runtime.getRuntime().addShutdownHook(new Thread(infrastructure::stop, "stop"));
            try {
                infrastructure.start();
                answers.println("ready");
                infrastructure.obey(answers);
            } finally {
                infrastructure.stop();
            }
            return 0;
        }
    }

    private void start() throws Exception {
        Files.deleteIfExists(options.ready());
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            Future<?> database = executor.submit(() -> {
                postgres.start();
                return true;
            });
            Future<?> log = executor.submit(() -> {
                broker.start();
                return true;
            });
            database.get();
            log.get();
        } catch (ExecutionException e) {
            throw new IOException("PostgreSQL or Kafka does not start: " + e.getCause(), e);
        }
        Properties facts = new Properties();
        facts.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        postgres.describe(facts);
        broker.describe(facts);
        StringWriter text = new StringWriter();
        facts.store(text, null);
        PrivateFiles.write(options.ready(), text.toString());
    }

    private void obey(PrintStream answers) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                try {
                    carryOut(line);
                    answers.println("done " + line);
                } catch (Exception e) {
                    LOG.error("A command failed", e);
                    answers.println(oneLine("failed " + line + ": " + e.getMessage()));
                }
            }
        }
    }

    private void carryOut(String line) throws Exception {
        if (line.equals("stop-postgres")) {
            postgres.stop();
        } else if (line.equals("start-postgres")) {
            postgres.start();
        } else if (line.startsWith("watch ")) {
            wards.add(Long.parseLong(line.substring("watch ".length())));
        } else {
            throw new IllegalArgumentException("unknown command");
        }
    }

    /** Whoever uses Kafka ends before it, and Kafka before PostgreSQL. */
    private synchronized void stop() {
        if (stopped.getAndSet(true)) {
            return;
        }
        wards.end();
        broker.close();
        try {
            postgres.stop();
            Files.deleteIfExists(options.ready());
            if (options.deletesDataAtTheEnd()) {
                Folders.delete(options.data());
            }
        } catch (IOException e) {
            LOG.error("The stop failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
