// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Removes the evidence of reports whose time is over or whose person asked for it. A file goes when the last report that
 * refers to it does; another party's stays, and is not told.
 */
@ApplicationScoped
public class DropEvidence {

    private final References references;
    private final EvidenceMetrics metrics;

    DropEvidence(References references, EvidenceMetrics metrics) {
        this.references = references;
        this.metrics = metrics;
    }

    /**
     * Within the caller's transaction, so that a report and its evidence go together.
     *
     * @return how many files no report refers to any more, which are gone
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int ofReports(Collection<UUID> reports) {
        List<Sha256> digests = references.remove(reports);
        int gone = digests.isEmpty() ? 0 : references.deleteUnreferenced(digests);
        metrics.dropped(digests.size());
        return gone;
    }
}
