// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Starts a service again that has died, on the same ports, until it dies too often. */
final class Supervision {

    private final CompletableFuture<StackFailure> givenUp = new CompletableFuture<>();
    private final Set<String> retired = ConcurrentHashMap.newKeySet();
    private final BooleanSupplier stopping;
    private final Consumer<String> listener;
    private final Runnable changed;
    private final Clock clock;

    /**
     * @param stopping whether processes end because they are told to
     * @param listener takes one line for each death
     * @param changed is run after each start
     */
    Supervision(BooleanSupplier stopping, Consumer<String> listener, Runnable changed, Clock clock) {
        this.stopping = stopping;
        this.listener = listener;
        this.changed = changed;
        this.clock = clock;
    }

    /** Watches a service that is up. */
    void keepUp(ServiceRun run, Process process) {
        Thread.ofVirtual().name("supervision-" + run.name()).start(() -> {
            try {
                restartFor(run, process);
            } catch (StackFailure failure) {
                // Also what a stop does to a start that comes too late; then nobody waits for it any more.
                givenUp.complete(failure);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Does not start that service again when it ends. */
    void retire(String service) {
        retired.add(service);
    }

    /** Why the stack has to end: one service does not stay up. */
    CompletableFuture<StackFailure> givenUp() {
        return givenUp;
    }

    private void restartFor(ServiceRun run, Process first) throws InterruptedException {
        Deaths deaths = new Deaths();
        Process process = first;
        AtomicBoolean ready = new AtomicBoolean(true);
        while (true) {
            String how = describe(process.waitFor());
            if (stopping.getAsBoolean() || retired.contains(run.name())) {
                return;
            }
            deaths.add(clock.instant(), ready.get());
            if (deaths.areTooMany()) {
                throw new StackFailure("%s does not stay up (%d deaths, the last %s), see %s"
                        .formatted(
                                run.name(), Deaths.TOO_MANY, how, run.folder().log(run.name())));
            }
            listener.accept("%s has died (%s); it is started again".formatted(run.name(), how));
            Thread.sleep(deaths.pause());
            process = run.start();
            ready = noticeReadiness(run, process);
            changed.run();
        }
    }

    private static AtomicBoolean noticeReadiness(ServiceRun run, Process process) {
        AtomicBoolean ready = new AtomicBoolean();
        Thread.ofVirtual().start(() -> {
            try {
                run.awaitReady(process);
                ready.set(true);
            } catch (StackFailure dead) {
                // Whoever waits for the end of the process sees that, too.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return ready;
    }

    /** Systems report a signal as an exit code above 128. */
    private static String describe(int exitCode) {
        return exitCode > 128 ? "killed by signal " + (exitCode - 128) : "exit code " + exitCode;
    }
}
