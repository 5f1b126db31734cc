// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parts of a stack that is up, as they are at the moment. */
record Parts(Endpoints endpoints, ChildProcesses processes, ProcessHandle infrastructure, Instant infrastructureSince) {

    List<StackStatus.Part> now() {
        List<StackStatus.Part> parts = new ArrayList<>();
        Map<String, ChildProcesses.Child> children = processes.byName();
        endpoints.services().forEach((name, service) -> {
            ChildProcesses.Child child = children.remove(name);
            if (child != null) {
                parts.add(part(name, service.url(), service.management() + Service.READINESS, child));
            }
        });
        ChildProcesses.Child keycloak = children.remove(Keycloak.NAME);
        if (keycloak != null) {
            String realm = endpoints.issuer();
            parts.add(part(Keycloak.NAME, realm, realm + "/.well-known/openid-configuration", keycloak));
        }
        parts.add(infrastructure("kafka", endpoints.kafka().bootstrapServers()));
        parts.add(infrastructure(
                "postgres",
                endpoints.postgres().host() + ":" + endpoints.postgres().port()));
        children.forEach((name, guest) -> parts.add(part(name, "", "", guest)));
        return parts;
    }

    private static StackStatus.Part part(String name, String address, String probe, ChildProcesses.Child child) {
        return new StackStatus.Part(
                name, address, probe, child.process().pid(), child.since().toString(), child.restarts());
    }

    private StackStatus.Part infrastructure(String name, String address) {
        return new StackStatus.Part(
                name, address, "tcp://" + address, infrastructure.pid(), infrastructureSince.toString(), 0);
    }
}
