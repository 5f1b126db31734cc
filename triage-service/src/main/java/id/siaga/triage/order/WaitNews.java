// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.event.News;
import id.siaga.triage.order.waiting.ImpossibilityGround;
import id.siaga.triage.order.waiting.Wait;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What events say of an order that waits, or goes on. */
@RegisterForReflection(ignoreNested = false) // for Jackson; native builds find only what endpoints speak of
sealed interface WaitNews extends News.Data {

    /** The platform asked. */
    record ClarificationRequested(
            UUID orderId,
            UUID caseId,
            String platform,
            Instrument instrument,
            OrderStatus status,
            Instant at,
            String question,
            Instant replyBy)
            implements WaitNews {}

    /** The platform cannot act. */
    record Impossible(
            UUID orderId,
            UUID caseId,
            String platform,
            Instrument instrument,
            OrderStatus status,
            Instant at,
            ImpossibilityGround ground,
            String explanation,
            Instant replyBy)
            implements WaitNews {}

    /** The desk replied. */
    record Clarified(
            UUID orderId,
            UUID caseId,
            String platform,
            Instrument instrument,
            OrderStatus status,
            Instant at,
            String reply,
            @Nullable Instant actBy,
            @Nullable Instant legalDue)
            implements WaitNews {}

    static News asked(Order order, Transition step, Wait wait) {
        Asked asked = order.asked();
        WaitNews data =
                switch (wait.reason().kind()) {
                    case CLARIFICATION ->
                        new ClarificationRequested(
                                order.id(),
                                asked.caseId(),
                                asked.platform(),
                                asked.instrument(),
                                step.status(),
                                step.at(),
                                wait.reason().text(),
                                wait.replyBy());
                    case IMPOSSIBILITY ->
                        new Impossible(
                                order.id(),
                                asked.caseId(),
                                asked.platform(),
                                asked.instrument(),
                                step.status(),
                                step.at(),
                                Objects.requireNonNull(wait.reason().ground()),
                                wait.reason().text(),
                                wait.replyBy());
                };
        return OrderNews.news(order, data.type(), step.at(), data);
    }

    static News replied(Order order, Transition step) {
        Asked asked = order.asked();
        Clarified data = new Clarified(
                order.id(),
                asked.caseId(),
                asked.platform(),
                asked.instrument(),
                step.status(),
                step.at(),
                Objects.requireNonNull(step.why()),
                order.times().actBy,
                order.times().legalDue);
        return OrderNews.news(order, data.type(), step.at(), data);
    }

    /** The type of the event. */
    default String type() {
        return switch (this) {
            case ClarificationRequested asked -> "order.clarification-requested";
            case Impossible impossible -> "order.impossible";
            case Clarified clarified -> "order.clarified";
        };
    }
}
