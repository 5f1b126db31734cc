// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.command;

import id.siaga.messaging.RedriveCommand;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The commands, by the first argument of the program. */
enum Command {
    REKEY("rekey"),
    RE_ENCRYPT("re-encrypt");

    private final String argument;

    Command(String argument) {
        this.argument = argument;
    }

    /** The one that the arguments name, and nothing besides. */
    static Optional<Command> of(String... arguments) {
        return arguments.length == 1
                ? Arrays.stream(values())
                        .filter(command -> command.argument.equals(arguments[0]))
                        .findFirst()
                : Optional.empty();
    }

    static String usage() {
        return "Give no argument to serve, or one of: migrate, "
                + Arrays.stream(values()).map(command -> command.argument).collect(Collectors.joining(", "))
                + ", " + RedriveCommand.usage();
    }
}
