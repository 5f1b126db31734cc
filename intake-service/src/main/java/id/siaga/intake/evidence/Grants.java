// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which platforms are shown which files; what is over or revoked stays as a record. */
@ApplicationScoped
class Grants {

    private static final String CURRENT = "revoked_at IS NULL AND expires_at > ?";

    private final Sql sql;

    Grants(Sql sql) {
        this.sql = sql;
    }

    void add(UUID report, Sha256 digest, Grant grant) {
        sql.update(
                """
                INSERT INTO evidence_grant
                    (id, report_id, sha256, order_id, platform, granted_by, granted_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                grant.id(),
                report,
                digest.bytes(),
                grant.orderId(),
                grant.platform(),
                grant.grantedBy(),
                grant.grantedAt(),
                grant.expiresAt());
    }

    /** The grants of a report's files that are neither over nor revoked. */
    List<Grant> current(UUID report, Instant now) {
        return sql.list(
                "SELECT id, sha256, order_id, platform, granted_by, granted_at, expires_at FROM evidence_grant WHERE report_id = ? AND "
                        + CURRENT + " ORDER BY granted_at, id",
                Grants::grant,
                report,
                now);
    }

    Optional<Grant> current(UUID report, Sha256 digest, UUID order, Instant now) {
        return current(report, now).stream()
                .filter(grant ->
                        grant.sha256().equals(digest) && grant.orderId().equals(order))
                .findFirst();
    }

    boolean isShown(UUID report, Sha256 digest, String platform, Instant now) {
        return current(report, now).stream()
                .anyMatch(grant ->
                        grant.sha256().equals(digest) && grant.platform().equals(platform));
    }

    void revoke(Grant grant, String by, Instant now) {
        sql.update("UPDATE evidence_grant SET revoked_by = ?, revoked_at = ? WHERE id = ?", by, now, grant.id());
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                row.getObject("id", UUID.class),
                Sha256.of(row.getBytes("sha256")),
                row.getObject("order_id", UUID.class),
                row.getString("platform"),
                row.getString("granted_by"),
                Sql.time(row, "granted_at"),
                Sql.time(row, "expires_at"));
    }
}
