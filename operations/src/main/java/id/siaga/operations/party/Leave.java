// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations.party;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** A party leaves for good: what it had to get in is deleted, what it did stays on the record. */
@Command(name = "leave", description = "Let a party go, for good: its name is never given again.")
@SuppressWarnings("NullAway.Init") // picocli fills it
final class Leave implements Runnable {

    @ParentCommand
    private PartyCommand parent;

    @Mixin
    private Target target;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; auditors read it.")
    private String reason;

    @Override
    public void run() {
        String party = target.party();
        Steps steps = new Steps(parent.out(), target.dryRun());
        Shut shut = new Shut(parent, party, steps);
        shut.services(Admissions.LEFT, reason);
        shut.persons();
        // Last: its roles may still be asked for by a command that was broken off.
        parent.realm()
                .clientOf(party)
                .ifPresent(client ->
                        steps.take("its client at the issuer is deleted, with key or secret", () -> parent.realm()
                                .delete(client)));
    }
}
