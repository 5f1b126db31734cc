// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations.party;

import id.siaga.operations.Suite;
import java.io.PrintWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The life of a party, in commands that can each be given again until they are done. */
@Command(
        name = "party",
        description = "Parties: who they are at the issuer of tokens, and whether the services let them in.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Onboard.class,
            Rotate.class,
            Suspend.class,
            Resume.class,
            Leave.class,
            ShowParty.class,
            ListParties.class
        })
@SuppressWarnings("NullAway.Init") // picocli fills the specification
public final class PartyCommand implements Runnable {

    private final Supplier<Suite> reached;
    private final PrintWriter out;
    private @Nullable Suite suite;

    @Spec
    private CommandSpec specification;

    /**
     * The commands, which print to {@code out}.
     *
     * @param suite asked for when a command runs, and not for its help
     */
    public PartyCommand(Supplier<Suite> suite, PrintWriter out) {
        this.reached = suite;
        this.out = out;
    }

    @Override
    public void run() {
        specification.commandLine().usage(out);
    }

    PrintWriter out() {
        return out;
    }

    Suite suite() {
        Suite known = suite;
        if (known == null) {
            known = reached.get();
            suite = known;
        }
        return known;
    }

    Realm realm() {
        return new Realm(suite().realm());
    }

    Persons persons(String party) {
        return new Persons(suite().realm(), party);
    }

    Admissions admissions() {
        return new Admissions(suite());
    }
}
