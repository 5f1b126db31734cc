// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations.party;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.operations.Failure;
import id.siaga.operations.Suite.Service;
import id.siaga.operations.party.Admissions.Standing;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Nobody who acts for a party is let in any more: by the services first, which ends what tokens there are. */
final class Shut {

    private final PartyCommand parent;
    private final String party;
    private final Steps steps;

    Shut(PartyCommand parent, String party, Steps steps) {
        this.parent = parent;
        this.party = party;
        this.steps = steps;
    }

    /** @param standing that the services are told, also those that know it: they do again what was broken off */
    void services(String standing, String reason) {
        Map<Service, Standing> known = parent.admissions().of(party);
        if (known.isEmpty()) {
            throw new Failure("no service knows a party " + party);
        }
        known.forEach((service, said) -> {
            if (said.standing().equals(Admissions.LEFT) && !standing.equals(Admissions.LEFT)) {
                throw new Failure(party + " has left");
            }
        });
        known.forEach((service, said) -> {
            Collection<String> roles = said.roles().isEmpty() ? rolesAtTheIssuer() : said.roles();
            steps.take("%s: %s".formatted(service.scope(), standing), () -> parent.admissions()
                    .set(service, party, standing, roles, reason));
        });
    }

    /** Of a party that only the settings of the services name. */
    private Set<String> rolesAtTheIssuer() {
        Realm realm = parent.realm();
        Set<String> roles = new TreeSet<>();
        realm.clientOf(party).ifPresent(client -> roles.addAll(realm.roles(realm.account(client))));
        parent.persons(party).all().forEach(person -> roles.addAll(realm.roles(person)));
        if (roles.isEmpty()) {
            throw new Failure("the issuer knows no client and no person of " + party
                    + " by whose roles it could be admitted again");
        }
        return roles;
    }

    void persons() {
        List<JsonNode> enabled = parent.persons(party).enabled();
        enabled.forEach(person -> steps.take(
                "the issuer lets " + person.path("username").asText() + " in no more",
                () -> parent.persons(party).keepOut(person)));
    }
}
