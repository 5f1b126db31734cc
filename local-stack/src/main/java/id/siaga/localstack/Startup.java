// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** One start of the stack, and its undoing, complete or not. */
final class Startup {

    private static final String INFRASTRUCTURE = "infrastructure";

    /** Part of a start that may fail. */
    private interface Step {
        void take() throws Exception;
    }

    private final StackOptions options;
    private final Folder folder;
    private final Progress progress;
    private final ChildProcesses processes;
    private final Clock clock;
    private volatile @Nullable FolderLock lock;
    private volatile @Nullable StackProcess infrastructure;
    private volatile @Nullable Parts parts;
    private volatile @Nullable Replicas replicas;
    private volatile boolean undone;
    private final Supervision supervision;

    Startup(StackOptions options, Folder folder, Clock clock) {
        this.options = options;
        this.folder = folder;
        this.clock = clock;
        this.progress = new Progress(options.progress());
        this.processes = new ChildProcesses(folder, this::guard, clock);
        this.supervision = new Supervision(this::isUndone, options.progress(), this::tellStatus, clock);
    }

    private void guard(long pid) {
        StackProcess guardian = infrastructure;
        if (guardian != null) {
            guardian.watch(pid);
        }
    }

    Endpoints run() throws Exception {
        Machine.makeRoomIn(folder);
        lockFolder();
        Machine.requireAUserForPostgres();
        folder.prepare(options.fresh());
        new PortPlan(folder.ports(), options.ports()).requireWanted();
        StackStatus.ofThisProcess(List.of()).write(folder.status());
        Instant began = clock.instant();
        // First of all, because it ends every other process when we cannot.
        StackProcess kafkaAndPostgres = launchInfrastructure(new PortPlan(folder.ports(), options.ports()));
        PortPlan ports = new PortPlan(folder.ports(), options.ports());
        Secrets secrets = new Secrets(folder.secrets());
        SampleParties parties = SampleParties.load();
        Services services = new Services(options, ports, parties, secrets);
        Keycloak keycloak =
                new Keycloak(folder, ports.fixed(Keycloak.NAME), new Realm(parties, secrets), keycloakRelease());
        together(
                () -> {
                    keycloak.prepare(progress, processes);
                    progress.during("starting Keycloak", () -> keycloak.start(processes));
                },
                () -> {
                    progress.during("starting PostgreSQL and Kafka", kafkaAndPostgres::awaitReady);
                    progress.during(
                            "starting the services",
                            () -> services.start(
                                    processes, folder, kafkaAndPostgres.facts(), keycloak.issuer(), supervision));
                });
        services.startAlone(processes, folder, kafkaAndPostgres.facts(), keycloak.issuer(), supervision, progress);
        Endpoints endpoints = new Endpoints(
                keycloak.tokenEndpoint().toString(),
                keycloak.issuer().toString(),
                services.endpoints(),
                Endpoints.Postgres.of(kafkaAndPostgres.facts(), services.databases(kafkaAndPostgres.facts())),
                new Endpoints.Kafka(kafkaAndPostgres.facts().getProperty("kafka.bootstrap")),
                parties.clientAccounts(secrets),
                parties.personAccounts(secrets),
                new Endpoints.Operator(Realm.OPERATOR_CLIENT, Realm.operatorSecret(secrets)),
                folder.logs().toString());
        if (endpoints.services().containsKey("triage-service")) {
            progress.during(
                    "entering the sample competences",
                    () -> SampleCompetences.enter(
                            endpoints.suite(), folder.logs().resolve("competences.ndjson"), clock));
        }
        endpoints.write(folder.endpoints());
        parts = new Parts(endpoints, processes, kafkaAndPostgres.process().toHandle(), began);
        replicas = new Replicas(services, ports, processes, folder, kafkaAndPostgres.facts(), keycloak.issuer());
        tellStatus();
        return endpoints;
    }

    /** What starts more of the same, once all is up. */
    Replicas replicas() {
        Replicas ready = replicas;
        if (ready == null) {
            throw new IllegalStateException("the stack is not up");
        }
        return ready;
    }

    /** To be called whenever a process was started; of no effect before all is up. */
    synchronized void tellStatus() {
        Parts running = parts;
        if (running == null || undone) {
            return;
        }
        try {
            StackStatus.ofThisProcess(running.now()).write(folder.status());
        } catch (IOException e) {
            progress.tell("./siaga status is out of date: " + e.getMessage());
        }
    }

    private void lockFolder() throws IOException {
        FolderLock taken = FolderLock.tryOn(folder.lock());
        if (taken == null) {
            throw new StackFailure("another stack runs on " + folder.path() + ": stop it first");
        }
        lock = taken;
    }

    private synchronized StackProcess launchInfrastructure(PortPlan ports) throws IOException {
        if (undone) {
            throw new StackFailure("stopped before it was up");
        }
        StackProcess launched = StackProcess.launch(
                folder.log(INFRASTRUCTURE),
                folder.data().resolve(INFRASTRUCTURE),
                folder.programs().resolve("postgres"),
                List.of(
                        "--postgres-port", Integer.toString(ports.of("postgres")),
                        "--kafka-port", Integer.toString(ports.of("kafka")),
                        // Given away here, since who starts beside it must not be given the same.
                        "--controller-port", Integer.toString(ports.of("kafka.controller")),
                        "--delete-at-the-end", folder.endpoints() + File.pathSeparator + folder.status()));
        infrastructure = launched;
        return launched;
    }

    private static Path keycloakRelease() throws IOException {
        Path file = Jvm.builtFolder().resolve("keycloak.txt");
        if (!Files.exists(file)) {
            throw new StackFailure(file + " is missing: build local-stack (mvn -pl local-stack package)");
        }
        return Path.of(Files.readString(file).strip());
    }

    /** Takes all steps at the same time; the first failure is the failure of all. */
    private static void together(Step... steps) throws Exception {
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        try {
            CompletionService<Boolean> running = new ExecutorCompletionService<>(executor);
            for (Step step : steps) {
                running.submit(() -> {
                    step.take();
                    return true;
                });
            }
            for (int taken = 0; taken < steps.length; taken++) {
                running.take().get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    /** PostgreSQL and Kafka, once they are up. */
    StackProcess infrastructure() {
        StackProcess launched = infrastructure;
        if (launched == null) {
            throw new IllegalStateException("the stack is not up");
        }
        return launched;
    }

    ChildProcesses processes() {
        return processes;
    }

    boolean isUndone() {
        return undone;
    }

    Supervision supervision() {
        return supervision;
    }

    /** Every process that nobody would start again, by name. */
    Map<String, Process> irreplaceable() {
        Map<String, Process> all = new LinkedHashMap<>();
        processes.byName().forEach((name, child) -> {
            if (child.kind() != ChildProcesses.Kind.SERVICE) {
                all.put(name, child.process());
            }
        });
        StackProcess launched = infrastructure;
        if (launched != null) {
            all.put(INFRASTRUCTURE, launched.process());
        }
        return all;
    }

    /** Ends what was spawned besides, then the services, then Keycloak, then Kafka and PostgreSQL. */
    synchronized void undo() {
        if (undone) {
            return;
        }
        undone = true;
        try (progress) {
            progress.during("stopping", this::endEverything);
        } catch (Exception e) {
            progress.tell("the stop was not clean: " + e.getMessage());
        }
    }

    private void endEverything() throws IOException {
        FolderLock held = lock;
        if (held != null) {
            // Nobody is to begin now, and without the lock the file is another stack's.
            Files.deleteIfExists(folder.endpoints());
        }
        processes.close();
        StackProcess launched = infrastructure;
        if (launched != null) {
            launched.close();
        }
        if (held != null) {
            Files.deleteIfExists(folder.status());
            held.close();
        }
    }
}
