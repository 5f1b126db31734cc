// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Tells other features what they must know of a report before they add to it or show what belongs to it. */
@ApplicationScoped
public class FindReport {

    /**
     * What a report is to whoever adds to it.
     *
     * @param party the organisation that reported
     * @param category the code of its harm category
     */
    public record Found(UUID id, String party, String category) {}

    private final Reports reports;

    FindReport(Reports reports) {
        this.reports = reports;
    }

    /** A report, if there is one and it is the caller's to see. */
    @Transactional
    public Optional<Found> visibleTo(Caller caller, UUID id) {
        return find(Visibility.of(caller), id);
    }

    /** A report, if there is one and it is of the caller's own party, whatever else the caller may see. */
    @Transactional
    public Optional<Found> ownOf(Caller caller, UUID id) {
        return find(Visibility.own(caller), id);
    }

    /**
     * Keeps a report from being deleted until the transaction ends; whoever locks more than the report does this first.
     *
     * @return false when it is gone already
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean keep(UUID id) {
        return !reports.getEntityManager()
                .createNativeQuery("select id from report where id = ?1 for key share", UUID.class)
                .setParameter(1, id)
                .getResultList()
                .isEmpty();
    }

    private Optional<Found> find(Visibility whose, UUID id) {
        return reports.findFor(whose, id).map(report -> new Found(report.id(), report.party(), report.category()));
    }
}
