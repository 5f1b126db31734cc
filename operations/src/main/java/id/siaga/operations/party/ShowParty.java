// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations.party;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.operations.Failure;
import id.siaga.operations.Suite.Service;
import id.siaga.operations.party.Admissions.Standing;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** What the issuer and the services know of a party. */
@Command(name = "show", description = "What the issuer and the services know of a party.")
@SuppressWarnings("NullAway.Init") // picocli fills it
final class ShowParty implements Runnable {

    @ParentCommand
    private PartyCommand parent;

    @Mixin
    private Target target;

    @Override
    public void run() {
        String party = target.party();
        Map<Service, Standing> known = parent.admissions().of(party);
        Optional<PartyClient> client = parent.realm().clientOf(party);
        List<JsonNode> persons = parent.persons(party).all();
        if (known.isEmpty() && client.isEmpty() && persons.isEmpty()) {
            throw new Failure("nobody knows a party " + party);
        }
        PrintWriter out = parent.out();
        known.forEach((service, said) -> {
            out.printf("%-14s %s as %s%n", service.scope(), said.standing(), Kind.shown(said.roles()));
            said.changes().forEach(change -> out.printf("%-14s   %s%n", "", told(change)));
        });
        client.ifPresent(found ->
                out.printf("%-14s client, %s, %s%n", "issuer", found.enabled() ? "enabled" : "disabled", proof(found)));
        persons.forEach(person -> out.printf(
                "%-14s %s, %s%n",
                "person",
                person.path("username").asText(),
                person.path("enabled").asBoolean() ? "enabled" : "disabled"));
        parent.admissions()
                .endpoints(party)
                .forEach(endpoint -> out.printf(
                        "%-14s %s, %s%n",
                        "endpoint",
                        endpoint.path("id").asText(),
                        endpoint.path("status").asText()));
    }

    private static String told(JsonNode change) {
        return "%s  %s by %s%s"
                .formatted(
                        change.path("at").asText(),
                        change.path("standing").asText(),
                        change.path("by").asText(),
                        change.path("reason").isTextual()
                                ? ": " + change.path("reason").asText()
                                : "");
    }

    private static String proof(PartyClient client) {
        return client.provesByKey()
                ? "keys " + client.keys().stream().map(Keys::id).collect(Collectors.joining(", "))
                : "a secret";
    }
}
