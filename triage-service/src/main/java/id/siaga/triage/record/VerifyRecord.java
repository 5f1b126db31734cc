// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.triage.checkpoint.ProveInclusion;
import id.siaga.triage.checkpoint.ProveInclusion.Witness;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Computes the record of a case again from its entries and tells the first that is not as it was appended. */
@ApplicationScoped
class VerifyRecord {

    private static final int PAGE = 1000;

    private final RecordChain chain;
    private final ProveInclusion checkpoints;
    private final ObjectMapper json;
    private final Clock clock;

    VerifyRecord(RecordChain chain, ProveInclusion checkpoints, ObjectMapper json, Clock clock) {
        this.chain = chain;
        this.checkpoints = checkpoints;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    Verification verify(UUID caseId) {
        if (!chain.known(caseId)) {
            throw new TriageRefusal.NotFound();
        }
        // First, since nobody appends until this transaction ends.
        RecordChain.End end = chain.end(caseId).orElse(null);
        Witness witness = checkpoints.witness(caseId).orElse(null);
        ChainWalk walk = new ChainWalk(caseId, witness, json);
        if (walk(walk)) {
            walk.end(end);
        }
        return Verification.of(
                walk,
                end == null ? null : RecordHead.of(end.seq(), end.hash()),
                witness,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private boolean walk(ChainWalk walk) {
        long after = 0;
        List<StoredEntry> page;
        do {
            page = chain.after(walk.caseId(), after, PAGE);
            for (StoredEntry stored : page) {
                if (!walk.goOn(stored)) {
                    return false;
                }
                after = stored.entry().seq();
            }
        } while (page.size() == PAGE);
        return true;
    }
}
