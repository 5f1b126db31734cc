// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Lets everybody see who works on a case. A claim ends by itself, since whoever has gone home must keep nobody waiting, and
 * forbids nothing: what is urgent is done by whoever is there.
 */
@ApplicationScoped
public class ClaimCase {

    private static final int ENDED_AT_ONCE = 50;

    private final CaseDesk desk;
    private final Claims claims;
    private final CaseRecord record;
    private final Duration lease;
    private final Clock clock;

    ClaimCase(
            CaseDesk desk,
            Claims claims,
            CaseRecord record,
            @ConfigProperty(name = "siaga.desk.claim", defaultValue = "15m") Duration lease,
            Clock clock) {
        this.desk = desk;
        this.claims = claims;
        this.record = record;
        this.lease = lease;
        this.clock = clock;
    }

    /**
     * Claims a case, or goes on with it.
     *
     * @param reason why it is taken from a colleague who works on it; without one it is not
     * @throws TriageRefusal.ClaimedByAnother when it would need a reason
     */
    @Transactional
    public void claim(UUID caseId, @Nullable String reason, Actor by) {
        desk.lock(caseId).expectNotMerged();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Claim before = claims.find(caseId).orElse(null);
        if (before != null && !before.endsAt().isAfter(now)) {
            recordEnd(caseId, before, now);
            before = null;
        }
        if (before != null && before.isOf(by)) {
            claims.store(caseId, new Claim(by, before.claimedAt(), now.plus(lease)));
            return;
        }
        if (before != null && reason == null) {
            throw new TriageRefusal.ClaimedByAnother(before.by().shown(), before.endsAt());
        }
        claims.store(caseId, new Claim(by, now, now.plus(lease)));
        record.append(
                before == null
                        ? new Act(caseId, now, by, "case-claimed", null, Map.of())
                        : new Act(
                                caseId,
                                now,
                                by,
                                "case-taken-over",
                                reason,
                                Map.of("from", before.by().party())));
    }

    /** Gives a case to a colleague, whoever has it. */
    @Transactional
    public void reassign(UUID caseId, Actor to, String reason, Actor by) {
        desk.lock(caseId).expectNotMerged();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        claims.store(caseId, new Claim(to, now, now.plus(lease)));
        record.append(new Act(caseId, now, by, "case-reassigned", reason, Map.of("to", to.party())));
    }

    /**
     * Gives a case back to all; nothing happens to one that nobody has.
     *
     * @throws TriageRefusal.ClaimedByAnother when a colleague works on it
     */
    @Transactional
    public void release(UUID caseId, Actor by) {
        desk.lock(caseId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Claim claim = claims.find(caseId).orElse(null);
        if (claim == null) {
            return;
        }
        if (!claim.endsAt().isAfter(now)) {
            end(caseId, claim, now);
        } else if (claim.isOf(by)) {
            claims.delete(caseId);
            record.append(new Act(caseId, now, by, "case-released", null, Map.of()));
        } else {
            throw new TriageRefusal.ClaimedByAnother(claim.by().shown(), claim.endsAt());
        }
    }

    /** Ends what is over, a few at a time; returns how many. */
    @Transactional
    int endOver() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int ended = 0;
        for (UUID caseId : claims.over(now, ENDED_AT_ONCE).stream().sorted().toList()) {
            desk.lock(caseId);
            // Another replica may have been here before, or its holder.
            Claim claim = claims.find(caseId).orElse(null);
            if (claim != null && !claim.endsAt().isAfter(now)) {
                end(caseId, claim, now);
                ended++;
            }
        }
        return ended;
    }

    private void end(UUID caseId, Claim claim, Instant now) {
        claims.delete(caseId);
        recordEnd(caseId, claim, now);
    }

    private void recordEnd(UUID caseId, Claim claim, Instant now) {
        record.append(new Act(
                caseId,
                now,
                Actor.SIAGA,
                "claim-ended",
                null,
                Map.of("party", claim.by().party(), "endedAt", claim.endsAt().toString())));
    }
}
