// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisionTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path root;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Supervision supervision = new Supervision(stopping::get, told::add, () -> {}, Clock.systemUTC());

    private ChildProcesses processes;
    private ServiceRun run;

    @BeforeEach
    void keepUp() throws Exception {
        StandInService.packageAllIn(root);
        Folder folder = new Folder(Files.createDirectories(root.resolve("data")));
        folder.prepare(false);
        PortPlan ports = new PortPlan(folder.ports(), Map.of());
        Service service = Service.of("triage-service", "triage", StackOptions.of(root), ports);
        processes = new ChildProcesses(folder, pid -> {}, Clock.systemUTC());
        Map<String, String> environment = Map.of(
                "QUARKUS_MANAGEMENT_HOST",
                "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT",
                Integer.toString(service.managementPort()));
        run = new ServiceRun(service, environment, processes, folder);
        Process process = run.start();
        run.awaitReady(process);
        supervision.keepUp(run, process);
    }

    @AfterEach
    void end() {
        stopping.set(true);
        processes.close();
    }

    @Test
    void aServiceThatDiesTooOftenIsGivenUp() throws Exception {
        for (int death = 0; death < Deaths.TOO_MANY; death++) {
            int restarts = death;
            await().atMost(PATIENCE).until(() -> current().restarts() == restarts);
            current().process().destroyForcibly();
        }

        StackFailure failure = supervision.givenUp().get(60, TimeUnit.SECONDS);

        assertTrue(
                String.valueOf(failure.getMessage()).startsWith("triage-service does not stay up (5 deaths"),
                failure.getMessage());
        assertEquals(Deaths.TOO_MANY - 1, told.size());
    }

    @Test
    void whatEndsBecauseItIsToldToIsNotStartedAgain() throws Exception {
        stopping.set(true);

        current().process().destroy();

        assertTrue(current().process().waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, current().restarts());
        assertEquals(List.of(), told);
        assertFalse(supervision.givenUp().isDone());
    }

    @Test
    void aServiceThatIsRetiredIsNotStartedAgain() throws Exception {
        supervision.retire(run.name());

        current().process().destroy();

        assertTrue(current().process().waitFor(60, TimeUnit.SECONDS));
        await().during(Duration.ofSeconds(1))
                .until(() -> told.isEmpty() && current().restarts() == 0);
        assertFalse(supervision.givenUp().isDone());
    }

    private ChildProcesses.Child current() {
        return requireNonNull(processes.byName().get(run.name()));
    }
}
