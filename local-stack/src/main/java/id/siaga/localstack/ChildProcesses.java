// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** The processes that a stack has started besides its infrastructure, and the only place that starts them. */
final class ChildProcesses {

    /** What a process is, in the order in which they end: whoever is used by others ends later. */
    enum Kind {
        GUEST,
        SERVICE,
        IDENTITY
    }

    /** A process and when it was started, the last time and how often before. */
    record Child(Kind kind, Process process, Instant since, int restarts) {}

    /** Long enough for a JVM that dumps its classes on a busy machine. */
    private static final int PATIENCE_SECONDS = 40;

    /**
     * Waits for a line before it becomes the program, so that whoever ends it in an emergency knows it before it does
     * anything; when the line never comes, it ends. Ctrl-C reaches every process of the terminal at once: only the
     * launcher may act on it, since order matters.
     */
    private static final List<String> GATE =
            List.of("/bin/sh", "-c", "trap '' INT HUP; read -r go && exec \"$@\"", "gate");

    private final Map<String, Child> children = new LinkedHashMap<>();
    private final Folder folder;
    private final LongConsumer guardian;
    private final Clock clock;
    private boolean closed;

    /** The guardian is told every process id, and ends that process when this JVM cannot. */
    ChildProcesses(Folder folder, LongConsumer guardian, Clock clock) {
        this.folder = folder;
        this.guardian = guardian;
        this.clock = clock;
    }

    synchronized Process spawn(Kind kind, String name, Map<String, String> environment, List<String> command) {
        if (closed) {
            throw new StackFailure("the stack is stopping, " + name + " is not started any more");
        }
        List<String> gated = new ArrayList<>(GATE);
        gated.addAll(command);
        Child before = children.get(name);
        File log = folder.log(name).toFile();
        ProcessBuilder builder = new ProcessBuilder(gated)
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                // What it said before it died is what its owner wants to read.
                .redirectOutput(before == null ? Redirect.to(log) : Redirect.appendTo(log));
        builder.environment().keySet().removeIf(ChildProcesses::isForeignSetting);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            int restarts = before == null ? 0 : before.restarts() + 1;
            children.put(name, new Child(kind, process, clock.instant(), restarts));
            guardian.accept(process.pid());
            try (Writer gate = process.outputWriter()) {
                gate.write("go\n");
            }
            return process;
        } catch (IOException e) {
            throw new StackFailure(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** Runs a program to its end; its exit code is that of the program. */
    int run(Kind kind, String name, List<String> command) throws InterruptedException {
        int exitCode = spawn(kind, name, Map.of(), command).waitFor();
        synchronized (this) {
            children.remove(name);
        }
        return exitCode;
    }

    /** Settings in the person's own shell must not reach into the stack. */
    private static boolean isForeignSetting(String variable) {
        String name = variable.toUpperCase(Locale.ROOT);
        return name.startsWith("QUARKUS_")
                || name.startsWith("KC_")
                || name.startsWith("KAFKA_")
                || name.startsWith("SIAGA_");
    }

    synchronized Map<String, Child> byName() {
        return new LinkedHashMap<>(children);
    }

    /** Starts nothing any more, and ends all, one kind after the other. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        for (Kind kind : Kind.values()) {
            end(of(kind));
        }
    }

    private synchronized List<Process> of(Kind kind) {
        return children.values().stream()
                .filter(child -> child.kind() == kind)
                .map(Child::process)
                .toList();
    }

    /** Asks them to end, all at once, waits, then insists. */
    private static void end(List<Process> processes) {
        processes.forEach(Process::destroy);
        CompletableFuture.allOf(processes.stream().map(Process::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        processes.forEach(Process::destroyForcibly);
    }
}
