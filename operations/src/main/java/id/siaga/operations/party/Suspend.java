// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations.party;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** A party is kept out for a while. */
@Command(
        name = "suspend",
        description = "Keep a party out, with its tokens, persons and endpoints; its orders go another way.")
@SuppressWarnings("NullAway.Init") // picocli fills it
final class Suspend implements Runnable {

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
        shut.services(Admissions.SUSPENDED, reason);
        parent.realm()
                .clientOf(party)
                .ifPresent(client -> steps.take("the issuer gives it no tokens", !client.enabled(), () -> {
                    client.enable(false);
                    parent.realm().store(client);
                }));
        shut.persons();
    }
}
