// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.order.ReadOrders;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Decisions as the desk reads them. */
@ApplicationScoped
public class ReadDecisions {

    private final Decisions decisions;
    private final ReadOrders orders;

    ReadDecisions(Decisions decisions, ReadOrders orders) {
        this.decisions = decisions;
        this.orders = orders;
    }

    @Transactional
    public DecisionView one(UUID id) {
        return view(decisions.findByIdOptional(id).orElseThrow(TriageRefusal.NotFound::new));
    }

    /** All decisions of a case, the first one first. */
    @Transactional
    public List<DecisionView> of(UUID caseId) {
        return decisions.of(caseId).stream().map(this::view).toList();
    }

    private DecisionView view(Decision decision) {
        return decision.view(orders.issuedBy(decision.id()));
    }
}
