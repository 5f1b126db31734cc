// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a process has in the machine's memory, as Linux counts it.
 *
 * @param residentMiB all of it
 * @param ownMiB what is only its own; the rest is of files, such as its executable, and may be dropped or shared
 */
record Memory(double residentMiB, double ownMiB) {

    private static final double KIB_PER_MIB = 1024;

    static Memory of(Process process) throws IOException {
        return of(Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")));
    }

    static Memory of(List<String> status) {
        return new Memory(mebibytes(status, "VmRSS:"), mebibytes(status, "RssAnon:"));
    }

    private static double mebibytes(List<String> status, String what) {
        return status.stream()
                .filter(line -> line.startsWith(what))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the process has ended, or this system has no " + what));
    }
}
