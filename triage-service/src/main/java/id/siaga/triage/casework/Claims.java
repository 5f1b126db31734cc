// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.sql.Sql;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of case_claim; written under the lock of the case. */
@ApplicationScoped
public class Claims {

    private final Sql sql;

    Claims(Sql sql) {
        this.sql = sql;
    }

    /** The claim of a case, over or not. */
    public Optional<Claim> find(UUID caseId) {
        return sql
                .list(
                        "select person, party, claimed_at, ends_at from case_claim where case_id = ?",
                        row -> new Claim(
                                new Actor(row.getString("person"), row.getString("party")),
                                Sql.time(row, "claimed_at"),
                                Sql.time(row, "ends_at")),
                        caseId)
                .stream()
                .findFirst();
    }

    void store(UUID caseId, Claim claim) {
        sql.update("""
                insert into case_claim (case_id, person, party, claimed_at, ends_at) values (?, ?, ?, ?, ?)
                on conflict (case_id) do update set person = excluded.person, party = excluded.party,
                    claimed_at = excluded.claimed_at, ends_at = excluded.ends_at""", caseId, claim.by().key(), claim.by().party(), claim.claimedAt(), claim.endsAt());
    }

    void delete(UUID caseId) {
        sql.update("delete from case_claim where case_id = ?", caseId);
    }

    /** Cases whose claims are over, up to a number of them. */
    List<UUID> over(Instant now, int most) {
        return sql.list(
                "select case_id from case_claim where ends_at <= ? order by ends_at limit ?",
                row -> Sql.id(row, "case_id"),
                now,
                most);
    }
}
