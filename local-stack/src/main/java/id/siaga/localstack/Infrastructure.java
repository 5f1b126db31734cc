// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A process with PostgreSQL and Kafka in it that lives no longer than its parent: it obeys the lines it reads and ends
 * when there are no more, which is what happens when the parent is gone, however it went.
 *
 * <p>It says {@code locked} when the data folder is its own and {@code ready} when all is up. Lines in:
 * {@code stop-postgres} and {@code start-postgres}, answered by {@code done LINE} or {@code failed REASON}, and
 * {@code watch PID}: end that process, too, when the parent is gone.
 */
public final class Infrastructure {

    static final String READY_FILE = "ready.properties";
    static final String POSTGRES_FOLDER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(Infrastructure.class);
    private static final Duration PATIENCE_WITH_A_PREDECESSOR = Duration.ofSeconds(60);
    private static final Duration PATIENCE_WITH_THE_START = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final InfrastructureOptions options;
    private final Postgres postgres;
    private final Broker broker;
    private final Wards wards = new Wards();
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile int exitCode;
    private boolean stopped;

    private Infrastructure(InfrastructureOptions options) throws IOException {
        this.options = options;
        Ports ports = new Ports();
        Secrets secrets = new Secrets(options.data().resolve("passwords.properties"));
        this.postgres = new Postgres(
                options.data().resolve(POSTGRES_FOLDER),
                options.programs(),
                given(options.postgresPort(), ports),
                secrets,
                options.certificates(),
                () -> {
                    LOG.error("PostgreSQL has ended by itself");
                    System.exit(1);
                });
        this.broker = new Broker(
                options.data().resolve("kafka"),
                given(options.kafkaPort(), ports),
                given(options.controllerPort(), ports),
                access(options.certificates(), secrets));
    }

    private static BrokerAccess access(@Nullable Certificates certificates, Secrets secrets) {
        return certificates == null ? new ClearAccess() : new SecuredAccess(certificates, secrets.of("kafka.admin"));
    }

    private static int given(int port, Ports ports) {
        return port == 0 ? ports.free() : port;
    }

    /** Runs until the parent is gone; the exit code is 1 when the start fails. */
    public static void main(String... arguments) {
        PrintStream answers = System.out;
        int exitCode = 1;
        try {
            InfrastructureOptions options = InfrastructureOptions.parse(arguments);
            Files.createDirectories(options.data());
            try (FolderLock lock = awaitLock(options.data().resolve("lock"))) {
                if (lock == null) {
                    answers.println("failed another stack runs on " + options.data());
                } else {
                    answers.println("locked");
                    exitCode = new Infrastructure(options).run(answers);
                }
            }
        } catch (Exception e) {
            LOG.error("The start failed", e);
            answers.println(oneLine("failed " + e.getMessage()));
        }
        System.exit(exitCode);
    }

    /** A predecessor whose parent was killed needs a while to end in order. */
    private static @Nullable FolderLock awaitLock(Path file) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_WITH_A_PREDECESSOR.toNanos();
        FolderLock lock = FolderLock.tryOn(file);
        while (lock == null && System.nanoTime() < deadline) {
            Thread.sleep(PAUSE);
            lock = FolderLock.tryOn(file);
        }
        return lock;
    }

    private int run(PrintStream answers) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        // From the beginning: a parent that is gone meanwhile does not wait for the start, which may hang.
        Thread parent = Thread.ofPlatform().name("parent").start(() -> obey(answers));
        try {
            start();
            answers.println("ready");
        } catch (Exception e) {
            LOG.error("The start failed", e);
            answers.println(oneLine("failed " + e.getMessage()));
            exitCode = 1;
        } finally {
            begun.countDown();
        }
        // Also after a failure: processes to be ended may still be named.
        parent.join();
        return exitCode;
    }

    private void start() throws Exception {
        Path ready = options.data().resolve(READY_FILE);
        Files.deleteIfExists(ready);
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
            throw new IOException(String.valueOf(e.getCause()), e);
        }
        Properties facts = new Properties();
        facts.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        postgres.describe(facts);
        broker.describe(facts);
        StringWriter text = new StringWriter();
        facts.store(text, null);
        PrivateFiles.write(ready, text.toString());
    }

    private void obey(PrintStream answers) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("watch ")) {
                    wards.add(Long.parseLong(line.substring("watch ".length())));
                } else {
                    answers.println(carryOut(line));
                }
            }
        } catch (IOException e) {
            LOG.error("The parent cannot be heard", e);
        }
        System.exit(exitCode);
    }

    private String carryOut(String line) {
        try {
            switch (line) {
                case "stop-postgres" -> postgres.stop();
                case "start-postgres" -> postgres.start();
                default -> throw new IllegalArgumentException("unknown command");
            }
            return "done " + line;
        } catch (Exception e) {
            LOG.error("A command failed", e);
            return oneLine("failed " + line + ": " + e.getMessage());
        }
    }

    /** Whoever uses Kafka ends before it, and Kafka before PostgreSQL. */
    private synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        wards.end();
        try {
            if (begun.await(PATIENCE_WITH_THE_START.toSeconds(), TimeUnit.SECONDS)) {
                broker.close();
                postgres.stop();
            } else {
                LOG.error("Still starting; Kafka ends with this process");
                Postmaster.stop(options.data().resolve(POSTGRES_FOLDER));
            }
            Files.deleteIfExists(options.data().resolve(READY_FILE));
            for (Path meaningless : options.deletedAtTheEnd()) {
                Folder.delete(meaningless);
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
