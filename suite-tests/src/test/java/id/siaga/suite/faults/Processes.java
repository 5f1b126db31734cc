// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static org.awaitility.Awaitility.await;

import id.siaga.localstack.StackStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The suite's processes as its status file names them, seen by somebody who may kill them. */
final class Processes {

    private final Path data;

    Processes(Path data) {
        this.data = data;
    }

    /** Kills, all at once, with a signal that no process can catch. */
    void kill(List<String> services) {
        List<ProcessHandle> doomed = services.stream()
                .map(name -> status().part(name).pid())
                .map(pid -> ProcessHandle.of(pid).orElseThrow())
                .toList();
        doomed.forEach(ProcessHandle::destroyForcibly);
        await().until(() -> doomed.stream().noneMatch(ProcessHandle::isAlive));
    }

    int restarts() {
        return status().parts().stream().mapToInt(StackStatus.Part::restarts).sum();
    }

    private StackStatus status() {
        try {
            return StackStatus.read(data).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
