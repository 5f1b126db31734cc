// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations.party;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.operations.Failure;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** A party gets another key beside the one that it has, and later keeps the newer one alone. */
@Command(
        name = "rotate",
        description = {
            "Give a party another key; the one that it has is good until --end-old.",
            "Keycloak lets a client have several keys, and one secret only: to give a secret, or a key instead of one, takes"
                    + " --at-once."
        })
@SuppressWarnings("NullAway.Init") // picocli fills it
final class Rotate implements Runnable {

    private static final int MOST_KEYS = 2;

    @ParentCommand
    private PartyCommand parent;

    @Mixin
    private Target target;

    @ArgGroup(multiplicity = "1")
    private Change change;

    @Option(names = "--at-once", description = "What it has proves nothing any more, from now on.")
    private boolean atOnce;

    /** One of these. */
    static final class Change {

        @Option(names = "--end-old", description = "Only the newest key is good from now on.")
        private boolean endOld;

        @ArgGroup(multiplicity = "1")
        private @Nullable Credential credential;
    }

    @Override
    public void run() {
        String party = target.party();
        Steps steps = new Steps(parent.out(), target.dryRun());
        PartyClient client = parent.realm()
                .clientOf(party)
                .orElseThrow(() -> new Failure("the issuer has no client of a party " + party));
        Credential credential = change.credential;
        if (change.endOld || credential == null) {
            endOld(party, client, steps);
        } else if (credential.isSecret()) {
            secret(party, client, credential, steps);
        } else {
            key(party, client, credential, steps);
        }
    }

    private void endOld(String party, PartyClient client, Steps steps) {
        List<JsonNode> keys = client.keys();
        if (keys.isEmpty()) {
            throw new Failure(party + " proves who it is by a secret, of which there is one only");
        }
        steps.take("only the key " + Keys.id(keys.getFirst()) + " is good", keys.size() == 1, () -> {
            client.proveBy(keys.subList(0, 1));
            parent.realm().store(client);
        });
    }

    private void secret(String party, PartyClient client, Credential credential, Steps steps) {
        if (!atOnce) {
            throw new Failure("a new secret ends what " + party
                    + " has at once; say --at-once, or give it a key, which can be rotated without a gap");
        }
        steps.take("it proves who it is by the new secret, and by nothing else", () -> {
            client.proveBySecret(credential.secret());
            parent.realm().store(client);
        });
        if (!steps.dry()) {
            credential.tell(parent.out());
        }
    }

    private void key(String party, PartyClient client, Credential credential, Steps steps) {
        if (!client.provesByKey() && !atOnce) {
            throw new Failure(party + " proves who it is by a secret, which ends as it gets a key: say --at-once");
        }
        if (steps.dry()) {
            steps.take(atOnce ? "the new key is good, and nothing else" : "the new key is good, too", () -> {});
            return;
        }
        ObjectNode key = credential.key();
        List<JsonNode> others = client.keys().stream()
                .filter(known -> !Keys.id(known).equals(Keys.id(key)))
                .toList();
        boolean there = others.size() < client.keys().size();
        if (atOnce) {
            steps.take(
                    "the key " + Keys.id(key) + " is good, and nothing else",
                    there && others.isEmpty(),
                    () -> store(client, List.of(key)));
        } else {
            if (!there && others.size() >= MOST_KEYS) {
                throw new Failure(
                        party + " has two keys: end the older one with --end-old, when the party has changed over");
            }
            steps.take(
                    "the key " + Keys.id(key) + " is good, and so is what it had",
                    there,
                    () -> store(
                            client,
                            Stream.concat(Stream.of(key), others.stream()).toList()));
        }
        credential.tell(parent.out());
    }

    private void store(PartyClient client, List<? extends JsonNode> keys) {
        client.proveBy(keys);
        parent.realm().store(client);
    }
}
