// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.command;

import id.siaga.messaging.RedriveCommand;
import id.siaga.migration.Migration;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Where the program begins: it serves, or does the one command that it is given. */
@QuarkusMain
public final class NotificationMain {

    private static final int USAGE = 2;

    /** A command serves nobody, publishes nothing and takes nothing that comes: replicas that serve do. */
    static final List<String> OFF = List.of(
            "quarkus.http.host-enabled",
            "quarkus.management.host-enabled",
            "quarkus.oidc.tenant-enabled",
            "siaga.outbox.relay",
            "mp.messaging.incoming.events-in.enabled");

    private NotificationMain() {}

    /**
     * Serves until it is told to stop, or does a command and ends: with exit code 0 when it did all of its work, 1 when it
     * could not, 2 when there is no such command.
     *
     * @param arguments none, or a command
     */
    public static void main(String... arguments) {
        if (arguments.length == 0) {
            Quarkus.run(arguments);
            return;
        }
        if (Migration.isAskedFor(arguments)) {
            Migration.run(
                    "siaga.security.parties", "siaga.security.roles", "siaga.keyring", "siaga.webhook.signing-keys");
            return;
        }
        if (RedriveCommand.isMeant(arguments)) {
            run(RedriveCommand.class, arguments);
            return;
        }
        if (ReEncryptCommand.isMeant(arguments)) {
            run(ReEncryptCommand.class, arguments);
            return;
        }
        System.err.println("Give no argument to serve, or one of: migrate, " + ReEncryptCommand.NAME + ", "
                + RedriveCommand.usage());
        System.exit(USAGE);
    }

    private static void run(Class<? extends QuarkusApplication> command, String... arguments) {
        OFF.forEach(setting -> System.setProperty(setting, "false"));
        Quarkus.run(command, arguments);
    }
}
