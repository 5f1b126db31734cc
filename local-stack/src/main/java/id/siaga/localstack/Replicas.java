// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;

/** Starts more processes of the services of a stack, beside those that it keeps up. */
record Replicas(
        Services services,
        PortPlan ports,
        ChildProcesses processes,
        Folder folder,
        Properties infrastructure,
        URI issuer) {

    private static final String DATABASE = "QUARKUS_DATASOURCE_JDBC_URL";

    /** Runs a command of a service's program, with the service's own settings, and returns at once. */
    Process command(String service, String name, List<String> arguments) {
        return command(service, name, UnaryOperator.identity(), Map.of(), arguments);
    }

    Process command(String service, String name, Build build, List<String> arguments) {
        Program program = JarProgram.elsewhere(service, build.checkout());
        return command(service, name, one -> one.from(program), build.settings(), arguments);
    }

    private Process command(
            String service,
            String name,
            UnaryOperator<Service> changed,
            Map<String, String> settings,
            List<String> arguments) {
        ServiceRun run = services.run(service, changed, processes, folder, infrastructure, issuer);
        Map<String, String> environment = new HashMap<>(run.environment());
        environment.putAll(settings);
        List<String> command = new ArrayList<>(run.command());
        command.addAll(arguments);
        return processes.spawn(ChildProcesses.Kind.GUEST, name, environment, command);
    }

    /**
     * Returns when it is ready. It has no name in its consumer groups, as the replicas of a deployment have none; the
     * database knows its sessions by its own.
     */
    Replica start(String service, String name) throws IOException, InterruptedException {
        return start(service, name, UnaryOperator.identity(), Map.of());
    }

    Replica start(String service, String name, Build build) throws IOException, InterruptedException {
        Program program = JarProgram.elsewhere(service, build.checkout());
        return start(service, name, one -> one.from(program), build.settings());
    }

    private Replica start(String service, String name, UnaryOperator<Service> changed, Map<String, String> settings)
            throws IOException, InterruptedException {
        int port = ports.of(name);
        int managementPort = ports.of(name + ".management");
        ServiceRun run = services.run(
                service, one -> changed.apply(one.on(port, managementPort)), processes, folder, infrastructure, issuer);
        Map<String, String> environment = new HashMap<>(run.environment());
        environment.remove(Service.INSTANCE);
        environment.computeIfPresent(DATABASE, (variable, url) -> url + "?ApplicationName=" + name);
        environment.putAll(settings);
        ServiceRun replica = new ServiceRun(run.service(), environment, processes, folder);
        long start = System.nanoTime();
        Process process = processes.spawn(ChildProcesses.Kind.GUEST, name, environment, replica.command());
        Readiness.await(name, process, run.service().readiness(), folder.log(name));
        return new Replica(
                process,
                "http://127.0.0.1:" + port,
                "http://127.0.0.1:" + managementPort,
                Duration.ofNanos(System.nanoTime() - start));
    }
}
