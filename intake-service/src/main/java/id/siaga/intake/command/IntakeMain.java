// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.command;

import id.siaga.messaging.RedriveCommand;
import id.siaga.migration.Migration;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Where the program begins: it serves, or does the one command that it is given. */
@QuarkusMain
public final class IntakeMain {

    private static final int USAGE = 2;

    /** A command needs no port and no issuer of tokens; only a redrive talks to the broker, in its own way. */
    static final List<String> OFF = List.of(
            "quarkus.http.host-enabled",
            "quarkus.management.host-enabled",
            "quarkus.oidc.tenant-enabled",
            "siaga.outbox.relay",
            "mp.messaging.incoming.links-in.enabled",
            "mp.messaging.incoming.cases-in.enabled");

    private IntakeMain() {}

    /**
     * Serves until it is told to stop, or does a command and ends: with exit code 0 when it did its work, 1 when it could
     * not, 2 when there is no such command.
     *
     * @param arguments none, or a command
     */
    public static void main(String... arguments) {
        if (arguments.length == 0) {
            Quarkus.run(arguments);
            return;
        }
        if (Migration.isAskedFor(arguments)) {
            Migration.run("siaga.security.parties", "siaga.security.roles", "siaga.keyring");
            return;
        }
        if (RedriveCommand.isMeant(arguments)) {
            OFF.forEach(setting -> System.setProperty(setting, "false"));
            Quarkus.run(RedriveCommand.class, arguments);
            return;
        }
        if (Command.of(arguments).isEmpty()) {
            System.err.println(Command.usage());
            System.exit(USAGE);
        }
        OFF.forEach(setting -> System.setProperty(setting, "false"));
        Quarkus.run(CommandRun.class, arguments);
    }
}
