// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.canary;

import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The canaries of the last day. */
@ApplicationScoped
class Canaries {

    private final Sql sql;

    Canaries(Sql sql) {
        this.sql = sql;
    }

    /**
     * When the newest canaries were issued.
     *
     * @param forwarded of those that were forwarded
     * @param received of those that were received
     */
    record Newest(@Nullable Instant forwarded, @Nullable Instant received) {}

    /** Whether it is new. */
    boolean add(CanaryIssued canary, Instant at) {
        return sql.update(
                        "insert into canary (id, issued_at, forwarded_at) values (?, ?, ?) on conflict do nothing",
                        canary.canaryId(),
                        canary.issuedAt(),
                        at)
                > 0;
    }

    /** Notes the first receipt; empty when it was noted before, or the canary is not known any more. */
    Optional<Instant> received(UUID id, Instant at) {
        return sql
                .list(
                        "update canary set received_at = ? where id = ? and received_at is null returning issued_at",
                        row -> Sql.time(row, "issued_at"),
                        at,
                        id)
                .stream()
                .findFirst();
    }

    /** Passes over what a receipt has locked, for which whoever asks must not wait. */
    void forget(Instant before) {
        sql.update("""
                delete from canary where id in
                    (select id from canary where issued_at < ? for update skip locked)""", before);
    }

    Newest newest() {
        return sql.list("""
                        select max(issued_at) as forwarded, max(issued_at) filter (where received_at is not null) as received
                        from canary""", row -> new Newest(Sql.timeOrNull(row, "forwarded"), Sql.timeOrNull(row, "received")))
                .getFirst();
    }
}
