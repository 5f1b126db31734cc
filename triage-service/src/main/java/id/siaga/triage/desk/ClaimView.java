// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.desk;

import id.siaga.sql.Sql;
import id.siaga.triage.casework.Claim;
import id.siaga.triage.record.Actor;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Who works on a case.
 *
 * @param by the organisation and the person within its issuer
 * @param endsAt from when on anybody may take it, unless its holder goes on
 */
public record ClaimView(@Size(max = Actor.LONGEST_SHOWN) String by, Instant claimedAt, Instant endsAt) {

    static ClaimView of(Claim claim) {
        return new ClaimView(claim.by().shown(), claim.claimedAt(), claim.endsAt());
    }

    static ClaimView of(ResultSet row) throws SQLException {
        return new ClaimView(
                Actor.shown(row.getString("party"), row.getString("person")),
                Sql.time(row, "claimed_at"),
                Sql.time(row, "ends_at"));
    }
}
