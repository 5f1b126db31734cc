// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.casework.CaseFile;
import id.siaga.triage.order.IssueOrders;
import id.siaga.triage.order.OrderDraft;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What follows from a decision that stands: its case moves on, and orders are issued; within the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class TakeEffect {

    private final CaseDesk desk;
    private final IssueOrders orders;

    TakeEffect(CaseDesk desk, IssueOrders orders) {
        this.desk = desk;
        this.orders = orders;
    }

    /** Returns the orders that were issued. */
    List<UUID> of(Decision decision, CaseFile file, Actor by, Instant at) {
        String kind = decision.kind().name();
        return switch (decision.kind()) {
            case DISMISS -> {
                desk.dismiss(file, kind, decision.grounds().reasons(), by, at);
                yield List.of();
            }
            case CLARIFY -> {
                desk.clarify(file, kind, decision.grounds().reasons(), by, at);
                yield List.of();
            }
            case REFERRAL, NOTICE, ORDER -> {
                List<UUID> issued = orders.issue(draft(decision, file, at), desk.contents(file), by, at);
                desk.ordered(file, kind, by, at);
                yield issued;
            }
        };
    }

    private OrderDraft draft(Decision decision, CaseFile file, Instant at) {
        return new OrderDraft(
                decision.id(),
                file.id(),
                decision.kind().instrument().orElseThrow(),
                file.category(),
                desk.pressing(file, at),
                decision.grounds());
    }
}
