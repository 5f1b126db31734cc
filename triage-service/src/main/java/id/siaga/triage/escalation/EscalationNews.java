// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import id.siaga.triage.event.News;
import id.siaga.triage.order.Instrument;
import id.siaga.triage.order.IssuingAuthority;
import id.siaga.triage.order.OwedOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told when the ladder is climbed. */
@RegisterForReflection(ignoreNested = false) // for Jackson; native builds find only what endpoints speak of
final class EscalationNews {

    private EscalationNews() {}

    private record Reminded(
            UUID orderId, UUID caseId, String platform, Instrument instrument, Step step, Instant dueAt, Instant at)
            implements News.Data {}

    private record Issued(
            UUID letterId,
            UUID orderId,
            UUID caseId,
            String platform,
            Instrument instrument,
            int number,
            @Nullable Step step,
            @Nullable UUID obligationId,
            @Nullable Instant deadline,
            Instant at)
            implements News.Data {}

    static News reminded(OwedOrder order, Instant dueAt, long number, Instant at) {
        return news(
                order,
                "order.escalated",
                number,
                Set.of(order.party()),
                at,
                new Reminded(
                        order.id(), order.caseId(), order.platform(), order.instrument(), Step.REMINDER, dueAt, at));
    }

    /** To the platform, or to the authority in whose name the order was made, which refers it to the regulator. */
    static News issued(Letter letter, OwedOrder order, long number, Instant at) {
        IssuingAuthority authority = order.grounds().authority();
        Set<String> audience =
                letter.toPlatform() ? Set.of(order.party()) : authority == null ? Set.of() : Set.of(authority.party());
        return news(
                order,
                "letter.issued",
                number,
                audience,
                at,
                new Issued(
                        letter.id(),
                        order.id(),
                        order.caseId(),
                        order.platform(),
                        order.instrument(),
                        Objects.requireNonNull(letter.number()),
                        letter.step(),
                        letter.obligationId(),
                        letter.deadline(),
                        at));
    }

    private static News news(
            OwedOrder order, String type, long number, Set<String> audience, Instant at, News.Data data) {
        return new News(News.Topic.ORDER, type, order.id(), number, audience, order.caseId(), at, data);
    }
}
