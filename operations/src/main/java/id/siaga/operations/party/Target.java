// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations.party;

import id.siaga.operations.Failure;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whom a command is about, and whether it only tells what it would do. */
@SuppressWarnings("NullAway.Init") // picocli fills it
final class Target {

    private static final int LONGEST = 63;

    @Parameters(paramLabel = "NAME", description = "The party: lower case letters, digits and hyphens.")
    private String party;

    @Option(names = "--dry-run", description = "Tell what would be done, and do nothing.")
    private boolean dryRun;

    String party() {
        if (!party.matches("[a-z0-9][a-z0-9-]*") || party.length() > LONGEST) {
            throw new Failure(party + " is no name of a party: at most " + LONGEST
                    + " lower case letters, digits and hyphens, of which the first is no hyphen");
        }
        return party;
    }

    boolean dryRun() {
        return dryRun;
    }
}
