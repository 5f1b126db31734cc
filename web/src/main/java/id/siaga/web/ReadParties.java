// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import id.siaga.web.PartyPage.PartyEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parties as operators and auditors see them: those of the service's settings, and those of which an operator has said how they stand. */
@ApplicationScoped
class ReadParties {

    private final Standings standings;
    private final IssuerTrust trust;

    ReadParties(Standings standings, IssuerTrust trust) {
        this.standings = standings;
        this.trust = trust;
    }

    /** @throws StandingRefusal when nobody has admitted a party of this name */
    PartyView one(String party) {
        try {
            List<StandingView> changes = standings.of(party, PartyView.MOST_CHANGES);
            if (changes.isEmpty() && !trust.parties().contains(party)) {
                throw StandingRefusal.unknown();
            }
            return changes.isEmpty()
                    ? new PartyView(party, Standing.ADMITTED, List.of(), changes)
                    : new PartyView(
                            party,
                            changes.getFirst().standing(),
                            changes.getFirst().roles(),
                            changes);
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }

    PartyPage page(int limit, @Nullable String cursor) {
        String after = cursor == null ? "" : Cursor.parse(cursor, 1).getFirst();
        List<PartyEntry> rest = all().entrySet().stream()
                .filter(party -> party.getKey().compareTo(after) > 0)
                .limit(limit + 1L)
                .map(Map.Entry::getValue)
                .toList();
        if (rest.size() <= limit) {
            return new PartyPage(rest, null);
        }
        List<PartyEntry> page = rest.subList(0, limit);
        return new PartyPage(page, Cursor.of(page.getLast().party()));
    }

    private Map<String, PartyEntry> all() {
        Map<String, PartyEntry> all = new TreeMap<>();
        trust.parties().forEach(party -> all.put(party, new PartyEntry(party, Standing.ADMITTED, List.of())));
        try {
            standings
                    .current()
                    .forEach((party, said) -> all.put(party, new PartyEntry(party, said.standing(), said.roles())));
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
        return all;
    }
}
