// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;

/** The services of one stack. */
final class Services {

    private static final String INTAKE = "intake-service";
    private static final String TRIAGE = "triage-service";
    private static final String NOTIFICATION = "notification-service";

    /** A service's database is named as the service, but for this. */
    private static final String KIND = "-service";

    private final List<Service> all;
    private final SampleParties parties;
    private final Secrets secrets;
    private final Map<String, String> settings;

    /** Fails when a service is not packaged or its port is taken, before anything is started. */
    Services(StackOptions options, PortPlan ports, SampleParties parties, Secrets secrets) throws IOException {
        List<Service> wanted = new ArrayList<>();
        for (String name : options.services().names()) {
            wanted.add(Service.of(name, name.substring(0, name.length() - KIND.length()), options, ports));
        }
        this.all = List.copyOf(wanted);
        this.settings = options.services().settings();
        this.parties = parties;
        this.secrets = secrets;
    }

    /** Starts all that may start at once and returns when each is ready; from then on {@code supervision} keeps them up. */
    void start(ChildProcesses processes, Folder folder, Properties infrastructure, URI issuer, Supervision supervision)
            throws InterruptedException {
        Map<ServiceRun, Process> started = new LinkedHashMap<>();
        for (Service service : all) {
            if (!service.program().startsAlone()) {
                ServiceRun run = run(service, processes, folder, infrastructure, issuer);
                started.put(run, run.start());
            }
        }
        for (Map.Entry<ServiceRun, Process> entry : started.entrySet()) {
            entry.getKey().awaitReady(entry.getValue());
        }
        started.forEach(supervision::keepUp);
    }

    /** Starts the others, one by one when all else is up, so that the time told is each one's own. */
    void startAlone(
            ChildProcesses processes,
            Folder folder,
            Properties infrastructure,
            URI issuer,
            Supervision supervision,
            Progress progress)
            throws IOException, InterruptedException {
        for (Service service : all) {
            if (service.program().startsAlone()) {
                ServiceRun run = run(service, processes, folder, infrastructure, issuer);
                long start = System.nanoTime();
                Process process = run.start();
                run.awaitReady(process);
                Duration time = Duration.ofNanos(System.nanoTime() - start);
                progress.tell("%s %s: ready after %d ms"
                        .formatted(service.name(), service.program().describe(process), time.toMillis()));
                supervision.keepUp(run, process);
            }
        }
    }

    /** How one of them is started, as often as somebody wants. */
    ServiceRun run(
            String name,
            UnaryOperator<Service> changed,
            ChildProcesses processes,
            Folder folder,
            Properties infrastructure,
            URI issuer) {
        Service service = all.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StackFailure(name + " is not a service of this stack"));
        return run(changed.apply(service), processes, folder, infrastructure, issuer);
    }

    private ServiceRun run(
            Service service, ChildProcesses processes, Folder folder, Properties infrastructure, URI issuer) {
        Map<String, String> environment = service.environment(infrastructure, issuer);
        environment.putAll(ownSettings(service));
        environment.putAll(settings);
        return new ServiceRun(service, environment, processes, folder);
    }

    private Map<String, String> ownSettings(Service service) {
        Map<String, String> own = new HashMap<>();
        own.put("SIAGA_SECURITY_PARTIES", parties.allParties());
        own.put("SIAGA_SECURITY_ROLES", parties.allRoles());
        if (service.name().equals(INTAKE)) {
            own.put("SIAGA_KEYRING", secrets.of("intake-keyring", Keyring::create));
        }
        if (service.name().equals(TRIAGE)) {
            own.put("SIAGA_RECORD_SIGNING_KEYS", secrets.of("record-signing-keys", SigningKeys::create));
        }
        if (service.name().equals(NOTIFICATION)) {
            own.put("SIAGA_KEYRING", secrets.of("keyring", Keyring::create));
            own.put("SIAGA_WEBHOOK_SIGNING_KEYS", secrets.of("webhook-signing-keys", SigningKeys::create));
            // The receivers of a local stack are on this machine, where no webhook goes otherwise.
            own.put("SIAGA_EGRESS_ALLOW", "127.0.0.0/8");
        }
        return own;
    }

    Map<String, Endpoints.Service> endpoints() {
        Map<String, Endpoints.Service> endpoints = new LinkedHashMap<>();
        all.forEach(service -> endpoints.put(service.name(), service.endpoint()));
        return endpoints;
    }

    Map<String, Endpoints.Database> databases(Properties infrastructure) {
        Map<String, Endpoints.Database> databases = new LinkedHashMap<>();
        for (Service service : all) {
            String prefix = "postgres." + service.database() + ".";
            databases.put(
                    service.database(),
                    new Endpoints.Database(
                            infrastructure.getProperty(prefix + "url"),
                            infrastructure.getProperty(prefix + "owner"),
                            infrastructure.getProperty(prefix + "owner-password"),
                            infrastructure.getProperty(prefix + "app"),
                            infrastructure.getProperty(prefix + "app-password")));
        }
        return databases;
    }
}
