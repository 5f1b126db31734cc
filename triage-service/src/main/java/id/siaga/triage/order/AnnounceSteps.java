// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.event.Announcements;
import id.siaga.triage.event.News;
import id.siaga.triage.order.waiting.Waits;
import id.siaga.triage.order.withdrawal.Withdrawals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Tells the platform of an order what has become of it, in the transaction of the change. */
@ApplicationScoped
class AnnounceSteps {

    private final Waits waits;
    private final Withdrawals withdrawals;
    private final Announcements announcements;

    AnnounceSteps(Waits waits, Withdrawals withdrawals, Announcements announcements) {
        this.waits = waits;
        this.withdrawals = withdrawals;
        this.announcements = announcements;
    }

    void announce(Order order, List<Transition> steps) {
        announcements.announce(steps.stream().flatMap(step -> told(order, step)).toList());
    }

    /** What the order asks for, and what has become of it last: who knows nothing of it learns all that counts now. */
    void again(Order order, Instant at) {
        Transition issued = order.history().getFirst();
        List<Transition> last = order.history().reversed().stream()
                .filter(step -> step.status() != OrderStatus.ISSUED && step.status() != OrderStatus.DELIVERED)
                .limit(1)
                .toList();
        announcements.announce(Stream.concat(Stream.of(issued), last.stream())
                .flatMap(step -> told(order, step))
                .map(news -> news.told(at))
                .toList());
    }

    /** There is more to undo than the platform was told. */
    void moreToReinstate(Order order, Instant at) {
        announcements.announce(
                WithdrawalNews.withdrawn(order, at, withdrawals.of(order.id()).orElseThrow()));
    }

    /** What a step is told as; nothing, where the platform knows it better. */
    private Stream<News> told(Order order, Transition step) {
        return switch (step.status()) {
            case ISSUED -> Stream.of(OrderNews.issued(order, step));
            case DELIVERED -> Stream.of();
            case ACKNOWLEDGED ->
                Stream.of(
                        order.waitedUntil(step) ? WaitNews.replied(order, step) : OrderNews.acknowledged(order, step));
            case CLARIFICATION_REQUESTED, IMPOSSIBLE ->
                Stream.of(WaitNews.asked(order, step, waits.open(order.id()).orElseThrow()));
            case ANSWERED -> Stream.of(OrderNews.settled(order, step, "order.answered"));
            case CLOSED -> Stream.of(OrderNews.settled(order, step, "order.closed"));
            case WITHDRAWN ->
                Stream.of(WithdrawalNews.withdrawn(
                        order, step.at(), withdrawals.of(order.id()).orElseThrow()));
            case REINSTATED ->
                Stream.of(WithdrawalNews.reinstated(
                        order, step.at(), withdrawals.of(order.id()).orElseThrow()));
            case REAPPEARED -> Stream.of(WithdrawalNews.reappeared(order, step));
        };
    }
}
