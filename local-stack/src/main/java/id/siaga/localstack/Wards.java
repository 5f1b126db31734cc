// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The processes that have nobody else to end them when the launcher was killed before it could. */
final class Wards {

    private static final int PATIENCE_SECONDS = 20;

    private final List<ProcessHandle> processes = new ArrayList<>();

    synchronized void add(long pid) {
        // The handle knows when the process began, so a reused number is never mistaken for it.
        ProcessHandle.of(pid).ifPresent(processes::add);
        processes.removeIf(process -> !process.isAlive());
    }

    /** Asks all of them to end, waits, then insists. */
    synchronized void end() {
        processes.forEach(ProcessHandle::destroy);
        CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.clear();
    }
}
