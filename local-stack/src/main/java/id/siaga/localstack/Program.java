// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** What a service is run from. */
sealed interface Program permits JarProgram, NativeProgram, ContainerProgram {

    /** Fails when it is not there to be run. */
    static Program of(String service, StackOptions options) throws IOException {
        if (options.images().services().contains(service)) {
            return new ContainerProgram(options.images());
        }
        return options.natives().contains(service)
                ? NativeProgram.of(service, options.root())
                : JarProgram.of(service, options.root(), options.services().forLong());
    }

    /**
     * The command that starts it.
     *
     * @param variables the names of the environment's variables that are meant for it
     */
    List<String> command(String service, Set<String> variables, Folder folder);

    /** Whether it is started last and by itself, so that the time it takes is its own. */
    boolean startsAlone();

    /** What it is and what it takes of the machine, in a few words; the process is that of its command. */
    String describe(Process process) throws IOException;
}
