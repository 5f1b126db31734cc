// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A service as a container, held as tightly as any cluster would: what it needs besides is seen here. */
record ContainerProgram(Images images) implements Program {

    /** By this label the containers of a stack are found when what has started them is gone. */
    static final String STACK = "id.siaga.stack";

    /** Of no account in the image, as OpenShift chooses one; the group is root's there, too. */
    private static final String SOMEBODY = "54321:0";

    private static final String MEMORY = "256m";

    @Override
    public List<String> command(String service, Set<String> variables, Folder folder) {
        List<String> command = new ArrayList<>(List.of(
                images.tool(),
                "run",
                "--rm",
                "--label=" + STACK + "=" + folder.path(),
                // PostgreSQL, Kafka and Keycloak listen on this machine's own address only.
                "--network=host",
                "--user=" + SOMEBODY,
                "--read-only",
                // Vert.x makes a folder there, and does not start without.
                "--tmpfs=/tmp:rw,noexec,nosuid,nodev,size=16m",
                "--cap-drop=ALL",
                "--security-opt=no-new-privileges",
                "--memory=" + MEMORY,
                "--memory-swap=" + MEMORY));
        if (images.arePodmans()) {
            command.add("--read-only-tmpfs=false");
        }
        // By name only: a value, such as a password, would stand in the list of processes.
        variables.stream().sorted().forEach(variable -> command.add("--env=" + variable));
        command.add(images.of(service));
        return command;
    }

    @Override
    public boolean startsAlone() {
        return true;
    }

    @Override
    public String describe(Process process) {
        return "is a container of " + MEMORY;
    }
}
