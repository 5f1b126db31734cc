// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;

/** The command {@code redrive CHANNEL} of a service's program. */
@Singleton
@Unremovable // Asked for by its class, which the container does not see.
public class RedriveCommand implements QuarkusApplication {

    private static final String NAME = "redrive";
    private static final int WORDS = 2;

    private final Redrive redrive;

    RedriveCommand(Redrive redrive) {
        this.redrive = redrive;
    }

    /** Whether a program is asked for it. */
    public static boolean isMeant(String... arguments) {
        return arguments.length == WORDS && arguments[0].equals(NAME);
    }

    /** How it is asked for. */
    public static String usage() {
        return NAME + " CHANNEL";
    }

    /** Returns 0 when no letter is left, 1 when some cannot be read still, 2 when there is no such channel. */
    @Override
    public int run(String... arguments) {
        return redrive.run(arguments[1]).map(RedriveCommand::told).orElseGet(() -> {
            System.err.println("There is no channel " + arguments[1] + ", only " + redrive.channels());
            return 2;
        });
    }

    private static int told(Redrive.Result result) {
        System.out.printf(
                "%d dead letters were given to their consumer again, and %d of them it still cannot read.%n",
                result.letters(), result.buriedAgain());
        return result.buriedAgain() == 0 ? 0 : 1;
    }
}
