// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.nio.file.Path;
import java.util.List;

/** Looks for the processes that work on a folder. */
final class Running {

    private Running() {}

    static List<String> on(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info().commandLine().orElse(""))
                .filter(commandLine -> commandLine.contains(folder.toString()))
                .toList();
    }
}
