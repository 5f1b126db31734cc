// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations.party;

import id.siaga.operations.Failure;
import id.siaga.operations.Suite.Service;
import id.siaga.operations.party.Admissions.Standing;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** A party that was kept out is let in again, with those persons and endpoints that were kept out with it. */
@Command(name = "resume", description = "Let a party in again that was suspended.")
@SuppressWarnings("NullAway.Init") // picocli fills it
final class Resume implements Runnable {

    @ParentCommand
    private PartyCommand parent;

    @Mixin
    private Target target;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; auditors read it.")
    private @Nullable String reason;

    @Override
    public void run() {
        String party = target.party();
        Steps steps = new Steps(parent.out(), target.dryRun());
        Map<Service, Standing> known = parent.admissions().of(party);
        if (known.isEmpty()) {
            throw new Failure("no service knows a party " + party);
        }
        known.forEach((service, said) -> {
            if (said.standing().equals(Admissions.LEFT)) {
                throw new Failure(party + " has left, and does not come back");
            }
        });
        parent.realm()
                .clientOf(party)
                .ifPresent(client -> steps.take("the issuer gives it tokens", client.enabled(), () -> {
                    client.enable(true);
                    parent.realm().store(client);
                }));
        Persons persons = parent.persons(party);
        persons.keptOut()
                .forEach(person -> steps.take(
                        "the issuer lets " + person.path("username").asText() + " in", () -> persons.letIn(person)));
        if (!steps.dry()) {
            persons.removeGroup();
        }
        known.forEach((service, said) -> steps.take(
                "%s: %s".formatted(service.scope(), Admissions.ADMITTED),
                // One that never said anything else has no roles to say.
                said.roles().isEmpty(),
                () -> parent.admissions().set(service, party, Admissions.ADMITTED, said.roles(), reason)));
    }
}
