// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.casework.RestateCases.Known;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells platforms again how their orders are, behind all that they have seen of them; within the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RestateOrders {

    private final Orders orders;
    private final CaseRecord record;
    private final AnnounceSteps announcements;

    RestateOrders(Orders orders, CaseRecord record, AnnounceSteps announcements) {
        this.orders = orders;
        this.record = record;
        this.announcements = announcements;
    }

    /** In the order of their ids; returns how many there are. */
    public int restate(List<Known> known, String why, Actor by, Instant at) {
        int restated = 0;
        for (Known one : known) {
            Optional<Order> order = orders.lock(null, one.id());
            if (order.isPresent()) {
                order.get().resume(one.told(), one.seen());
                record.append(List.of(new Act(
                        order.get().asked().caseId(),
                        at,
                        by,
                        "order-restated",
                        why,
                        Map.of("order", one.id(), "seen", one.seen()))));
                announcements.again(order.get(), at);
                restated++;
            }
        }
        return restated;
    }
}
