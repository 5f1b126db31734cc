// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The whole suite on this machine: PostgreSQL, Kafka, Keycloak and the three packaged services, each a process of its
 * own. A service that dies is started again on the same ports, which the progress listener is told. All of it ends with {@link #close()}, on Ctrl-C, on TERM, and also when this JVM is killed.
 *
 * <p>A typical use:
 *
 * <pre>{@code
 * try (LocalStack stack = LocalStack.start(StackOptions.of(root))) {
 *     stack.spawnJava("sample-platform", Map.of("ENDPOINTS", stack.endpointsFile().toString()), SamplePlatform.class);
 *     ...
 *     stack.awaitEnd(); // stays up until Ctrl-C
 * }
 * }</pre>
 */
public final class LocalStack implements AutoCloseable {

    private final Startup startup;
    private final Folder folder;
    private @Nullable Endpoints endpoints;

    private LocalStack(StackOptions options) {
        this.folder = new Folder(options.data());
        this.startup = new Startup(options, folder, Clock.systemUTC());
    }

    /**
     * Starts everything and returns when all of it is healthy; progress is told while it takes long.
     *
     * @throws StackFailure with one line for the person at the terminal, after everything that had been started was
     *     stopped: another stack runs on the folder, a port is taken, a service is not packaged or does not start
     */
    public static LocalStack start(StackOptions options) {
        LocalStack stack = new LocalStack(options);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-local-stack"));
        try {
            stack.endpoints = stack.startup.run();
            return stack;
        } catch (Exception e) {
            // Ctrl-C has ended it: what failed meanwhile failed because of that.
            boolean wasStopped = stack.startup.isUndone();
            stack.close();
            throw wasStopped ? new StackFailure("stopped before it was up", e) : asFailure(e);
        }
    }

    private static StackFailure asFailure(Exception e) {
        if (e instanceof StackFailure failure) {
            return failure;
        }
        if (e instanceof ExecutionException && e.getCause() instanceof Exception cause) {
            return asFailure(cause);
        }
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new StackFailure("the local stack does not start: " + e.getMessage(), e);
    }

    /** Where everything listens, and the accounts of the sample parties. */
    public Endpoints endpoints() {
        if (endpoints == null) {
            throw new IllegalStateException("the stack is not up");
        }
        return endpoints;
    }

    /** The file that says the same as {@link #endpoints()} to other processes, as long as the stack is up. */
    public Path endpointsFile() {
        return folder.endpoints();
    }

    /**
     * Starts one more process that belongs to the stack: it is stopped before the services, and {@link #awaitEnd()}
     * reports its death. Its output goes to {@code logs/<name>.log}; its standard input is empty.
     *
     * @param environment added to this JVM's own
     * @throws StackFailure when it cannot be started, or the stack is already stopping
     */
    public Process spawn(String name, Map<String, String> environment, List<String> command) {
        Process process = startup.processes().spawn(ChildProcesses.Kind.GUEST, name, environment, command);
        startup.tellStatus();
        return process;
    }

    /** As {@link #spawn}, for a main class on the class path of local-stack. */
    public Process spawnJava(String name, Map<String, String> environment, Class<?> main, String... arguments) {
        try {
            List<String> command = new ArrayList<>(Jvm.command(main.getName()));
            command.addAll(Arrays.asList(arguments));
            return spawn(name, environment, command);
        } catch (IOException e) {
            throw new StackFailure(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    /**
     * Starts one more process of a service that the stack runs, on ports of its own, and returns when it is ready. It is
     * stopped with the stack, and is not started again when it dies.
     *
     * @param name what its log, its ports and its database sessions are known by
     */
    public Replica replicate(String service, String name) throws InterruptedException {
        return started(name, replicas -> replicas.start(service, name));
    }

    /** The same of another build. */
    public Replica replicate(String service, String name, Build build) throws InterruptedException {
        return started(name, replicas -> replicas.start(service, name, build));
    }

    private Replica started(String name, ReplicaStart start) throws InterruptedException {
        try {
            Replica replica = start.with(startup.replicas());
            startup.tellStatus();
            return replica;
        } catch (IOException e) {
            throw new StackFailure(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    private interface ReplicaStart {
        Replica with(Replicas replicas) throws IOException, InterruptedException;
    }

    /** Ends a service, and does not start it again; its replicas go on. Returns when it is gone. */
    public void retire(String service) throws InterruptedException {
        ChildProcesses.Child child = startup.processes().byName().get(service);
        if (child == null) {
            throw new StackFailure(service + " is not a service of this stack");
        }
        startup.supervision().retire(service);
        child.process().destroy();
        child.process().waitFor();
    }

    /**
     * Runs a command of the program of a service, as an operator does beside the service; returns at once.
     *
     * @param name what its log is known by
     */
    public Process command(String service, String name, String... arguments) {
        return startup.replicas().command(service, name, List.of(arguments));
    }

    /** The same of another build. */
    public Process command(String service, String name, Build build, String... arguments) {
        return startup.replicas().command(service, name, build, List.of(arguments));
    }

    /** Stops PostgreSQL and cuts its connections, under all who use it; returns when it is down. */
    public void stopPostgres() {
        startup.infrastructure().stopPostgres();
    }

    /** Starts PostgreSQL again on the same port and data; returns when it answers. */
    public void startPostgres() {
        startup.infrastructure().startPostgres();
    }

    /**
     * Blocks until somebody stops the stack. A service that dies is started again; any other process is missed.
     *
     * @throws StackFailure naming the process that has ended by itself, or the service that does not stay up
     */
    public void awaitEnd() {
        CompletableFuture<StackFailure> failure =
                startup.supervision().givenUp().copy();
        startup.irreplaceable().forEach((name, process) -> {
            String line = "%s has ended by itself, see %s".formatted(name, folder.log(name));
            var unused = process.onExit().thenAccept(ended -> failure.complete(new StackFailure(line)));
        });
        StackFailure first = failure.join();
        if (!startup.isUndone()) {
            throw first;
        }
    }

    /** Stops what was spawned, then the services, Keycloak, Kafka and PostgreSQL; returns when all are gone. */
    @Override
    public void close() {
        startup.undo();
    }
}
