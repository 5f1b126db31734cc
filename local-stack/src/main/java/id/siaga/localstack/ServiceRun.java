// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.util.List;
import java.util.Map;

/** A service with all that it takes to start it, now and again. */
record ServiceRun(Service service, Map<String, String> environment, ChildProcesses processes, Folder folder) {

    String name() {
        return service.name();
    }

    Process start() {
        return processes.spawn(ChildProcesses.Kind.SERVICE, name(), environment, command());
    }

    List<String> command() {
        return service.program().command(service.name(), environment.keySet(), folder);
    }

    /** Returns when it is ready; fails when the process ends before. */
    void awaitReady(Process process) throws InterruptedException {
        Readiness.await(name(), process, service.readiness(), folder.log(name()));
    }
}
