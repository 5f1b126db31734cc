// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import io.micrometer.core.instrument.MeterRegistry;
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
    private final MeterRegistry meters;

    DropEvidence(References references, MeterRegistry meters) {
        this.references = references;
        this.meters = meters;
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
        meters.counter("siaga.evidence.dropped").increment(digests.size());
        return gone;
    }
}
