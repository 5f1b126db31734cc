// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations.party;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.operations.Failure;
import id.siaga.operations.Suite.Service;
import id.siaga.operations.party.Admissions.Standing;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** A party comes: it can prove who it is, has the roles of its kind, and is let in where it has something to do. */
@Command(name = "onboard", description = "Let a party in.")
@SuppressWarnings("NullAway.Init") // picocli fills it
final class Onboard implements Runnable {

    @ParentCommand
    private PartyCommand parent;

    @Mixin
    private Target target;

    @Option(names = "--kind", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
    private Kind kind;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Such as the agreement by which it comes.")
    private @Nullable String reason;

    @ArgGroup(heading = "By what it proves who it is; a desk has persons instead:%n")
    private @Nullable Credential credential;

    @Override
    public void run() {
        String party = target.party();
        Steps steps = new Steps(parent.out(), target.dryRun());
        Map<Service, Standing> known = parent.admissions().of(party);
        refuseWhoWasHere(party, known);
        if (kind == Kind.DESK) {
            if (credential != null) {
                throw new Failure("a desk acts by its persons, and has neither key nor secret");
            }
            admit(party, known, steps);
            return;
        }
        if (credential == null) {
            throw new Failure("one of --public-key, --new-key and --new-secret is needed");
        }
        client(party, credential, steps);
        admit(party, known, steps);
        parent.realm()
                .client(party)
                .ifPresentOrElse(
                        client -> steps.take("the issuer gives it tokens", client.enabled(), () -> {
                            client.enable(true);
                            parent.realm().store(client);
                        }),
                        () -> steps.take("the issuer gives it tokens", () -> {}));
        if (!steps.dry()) {
            credential.tell(parent.out());
        }
    }

    private void refuseWhoWasHere(String party, Map<Service, Standing> known) {
        known.forEach((service, standing) -> {
            switch (standing.standing()) {
                case Admissions.LEFT -> throw new Failure(party + " has left: whoever comes now needs another name");
                case Admissions.SUSPENDED -> throw new Failure(party + " is suspended: party resume " + party);
                default -> {
                    if (!standing.roles().isEmpty() && !kind.hasRoles(standing.roles())) {
                        throw new Failure("%s is there already, and %s admits it as %s"
                                .formatted(party, service.scope(), Kind.shown(standing.roles())));
                    }
                }
            }
        });
    }

    private void client(String party, Credential wanted, Steps steps) {
        Optional<PartyClient> found = parent.realm().client(party);
        found.ifPresent(client -> refuseOtherCredential(party, client, wanted, steps));
        String what = "a client at the issuer, with a " + (wanted.isSecret() ? "secret" : "key") + " and for "
                + Kind.shown(kind.services().stream().map(Service::scope).toList());
        steps.take(what, found.isPresent(), () -> parent.realm().create(party, kind, wanted));
        if (steps.dry() && found.isEmpty()) {
            steps.take("its tokens name the party, with the roles " + Kind.shown(kind.roles()), () -> {});
            return;
        }
        PartyClient client = parent.realm().client(party).orElseThrow();
        JsonNode account = parent.realm().account(client);
        Set<String> roles = parent.realm().roles(account);
        boolean named = Realm.actsFor(account, party);
        if (named && client.enabled() && !kind.hasRoles(roles)) {
            throw new Failure("%s is there already, as %s".formatted(party, Kind.shown(roles)));
        }
        steps.take(
                "its tokens name the party, with the roles " + Kind.shown(kind.roles()),
                named && kind.hasRoles(roles),
                () -> {
                    parent.realm().giveRoles(account, kind.roles());
                    parent.realm().actFor(account, party);
                });
    }

    private void refuseOtherCredential(String party, PartyClient client, Credential wanted, Steps steps) {
        if (steps.dry()) {
            return;
        }
        boolean same = wanted.isSecret()
                ? !client.provesByKey() && parent.realm().secret(client).equals(wanted.secret())
                : client.keys().stream().map(Keys::id).anyMatch(Keys.id(wanted.key())::equals);
        if (!same) {
            throw new Failure("%s is there already, and proves who it is by something else: party rotate %s"
                    .formatted(party, party));
        }
    }

    private void admit(String party, Map<Service, Standing> known, Steps steps) {
        for (Service service : kind.services()) {
            Standing standing = known.get(service);
            steps.take(
                    "%s admits it as %s".formatted(service.scope(), Kind.shown(kind.roles())),
                    standing != null && kind.hasRoles(standing.roles()),
                    () -> parent.admissions().set(service, party, Admissions.ADMITTED, kind.roles(), reason));
        }
    }
}
