// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.event.News;
import id.siaga.triage.order.talk.Message;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What events say of the talk about an order. */
@RegisterForReflection // for Jackson; native builds find only what endpoints speak of
record MessageNews(
        UUID orderId,
        UUID caseId,
        String platform,
        Instrument instrument,
        OrderStatus status,
        Instant at,
        UUID messageId,
        Message.Side side,
        String text)
        implements News.Data {

    /** To the other side; to nobody, where no party runs the desk by name. */
    static News said(Order order, Message message, Set<String> deskParties) {
        Asked asked = order.asked();
        Set<String> audience = audience(message.side(), asked.party(), deskParties);
        if (audience.isEmpty()) {
            order.keepsToItself();
        }
        return new News(
                News.Topic.ORDER,
                "order.message-posted",
                order.id(),
                order.nextSequence(),
                audience,
                asked.caseId(),
                message.at(),
                new MessageNews(
                        order.id(),
                        asked.caseId(),
                        asked.platform(),
                        asked.instrument(),
                        order.status(),
                        message.at(),
                        message.id(),
                        message.side(),
                        message.text()));
    }

    private static Set<String> audience(Message.Side side, String platform, Set<String> deskParties) {
        return switch (side) {
            case DESK -> Set.of(platform);
            case PLATFORM -> deskParties;
        };
    }
}
