// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.order.answer.AnswerRequest;
import id.siaga.triage.order.answer.Outcome;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.refusal.TriageRefusal;
import id.siaga.web.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A platform acknowledges an order and says what it did. */
@ApplicationScoped
public class AnswerOrder {

    private final OrderDesk desk;
    private final WeighRefusal refusals;
    private final CaseRecord record;
    private final Clock clock;

    AnswerOrder(OrderDesk desk, WeighRefusal refusals, CaseRecord record, Clock clock) {
        this.desk = desk;
        this.refusals = refusals;
        this.record = record;
        this.clock = clock;
    }

    @Transactional
    public void acknowledge(UUID id, @Nullable String reference, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        desk.change(by.party(), id, by, now, order -> {
            if (order.status().canBecome(OrderStatus.ACKNOWLEDGED)
                    || order.status().withdrawn()) {
                desk.receipt(order, now, by, now);
            }
            order.acknowledge(reference, null, by, now);
        });
    }

    /** How the order stands then. */
    @Transactional
    public OrderStatus answer(UUID id, AnswerRequest request, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        request.check(now);
        List<Act> raised = new ArrayList<>();
        OrderStatus status = desk.change(by.party(), id, by, now, order -> {
                    List<OrderLocator> fresh = take(order, request.results(), now);
                    if (fresh.isEmpty()) {
                        return;
                    }
                    if (order.status().withdrawn()) {
                        desk.answeredTooLate(order, by, now);
                    } else {
                        // Tasks are locked before records, and recorded after the answer that raises them.
                        raised.addAll(refusals.ask(order, fresh, now));
                        desk.receipt(order, now, by, now);
                        order.acknowledge(null, "The answer implies it.", by, now);
                        order.answeredIfComplete(by, now);
                    }
                })
                .status();
        record.append(raised);
        return status;
    }

    /** What of this is new. */
    private static List<OrderLocator> take(Order order, List<AnswerRequest.LocatorAnswer> results, Instant now) {
        List<OrderLocator> fresh = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            AnswerRequest.LocatorAnswer result = results.get(i);
            String pointer = "/results/" + i;
            OrderLocator locator = order.locators().stream()
                    .filter(l -> l.id().equals(result.locatorId()))
                    .findFirst()
                    .orElseThrow(() -> new InvalidRequest(pointer + "/locatorId", "is no locator of this order"));
            Outcome before = locator.outcome();
            if (before == null) {
                locator.answer(result.outcome(), now);
                fresh.add(locator);
            } else if (!before.equals(result.outcome())) {
                throw new TriageRefusal.ResultDiffers(pointer);
            }
        }
        return fresh;
    }
}
