// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.clock.ClockKind;
import id.siaga.triage.clock.Clocks;
import id.siaga.triage.order.waiting.Wait;
import id.siaga.triage.order.waiting.WaitReason;
import id.siaga.triage.order.waiting.Waits;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A platform cannot act yet and says why; the order waits until the desk replies, or the platform answers after all. */
@ApplicationScoped
public class PauseOrder {

    private final OrderDesk desk;
    private final Waits waits;
    private final Clocks clocks;
    private final CaseRecord record;
    private final Clock clock;

    PauseOrder(OrderDesk desk, Waits waits, Clocks clocks, CaseRecord record, Clock clock) {
        this.desk = desk;
        this.waits = waits;
        this.clocks = clocks;
        this.record = record;
        this.clock = clock;
    }

    /** Saying the same again while the order waits changes nothing. */
    @Transactional
    public void pause(UUID id, WaitReason reason, Actor by) {
        Instant now = now();
        desk.change(by.party(), id, by, now, order -> {
            if (waits.open(id).map(Wait::reason).filter(reason::equals).isPresent()) {
                return;
            }
            order.expect(OrderStatus.waitingFor(reason.kind()));
            if (waits.left(id) == 0) {
                throw new TriageRefusal.PauseNeedsConsent();
            }
            desk.receipt(order, now, by, now);
            order.acknowledge(null, "What is said of it implies it.", by, now);
            Instant replyBy = clocks.start(
                            ClockKind.CLARIFICATION_REPLY,
                            waits.count(id) + 1,
                            order.asked().clockSubject(id),
                            now)
                    .orElseThrow(() -> new IllegalStateException("No policy sets the time for a reply"));
            waits.begin(id, reason, now, replyBy);
            order.pause(reason, by, now);
        });
    }

    /** The desk replies, and the clocks go on; the last reply again changes nothing. */
    @Transactional
    public void reply(UUID id, String reply, Actor by) {
        Instant now = now();
        desk.change(null, id, by, now, order -> {
            List<Wait> known = waits.of(id);
            boolean again = !order.status().waiting()
                    && !known.isEmpty()
                    && reply.equals(known.getLast().reply());
            if (!again) {
                order.replied(reply, by, now);
            }
        });
    }

    /** An officer lets the order wait once more than it may without; while that is unused, more of it changes nothing. */
    @Transactional
    public void consent(UUID id, String reason, Actor by) {
        Instant now = now();
        desk.change(null, id, by, now, order -> {
            order.expect(OrderStatus.ANSWERED);
            if (waits.consent(id, reason, by, now)) {
                record.append(
                        new Act(order.asked().caseId(), now, by, "order-pause-consented", reason, Map.of("order", id)));
            }
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
