// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static org.awaitility.Awaitility.await;

import id.siaga.localstack.StackStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The suite's processes as its status file names them, seen by somebody who may kill them. */
final class Processes {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

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
        await().atMost(PATIENCE).until(() -> doomed.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** Waits until every service is ready, so that a round begins with all of them. */
    void awaitReady() {
        for (StackStatus.Part part : status().parts()) {
            if (part.probe().startsWith("http")) {
                await().pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(50))
                        .atMost(PATIENCE)
                        .until(() -> answers(URI.create(part.probe())));
            }
        }
    }

    private static boolean answers(URI probe) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) probe.toURL().openConnection();
        connection.setReadTimeout(5_000);
        try {
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        } finally {
            connection.disconnect();
        }
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
