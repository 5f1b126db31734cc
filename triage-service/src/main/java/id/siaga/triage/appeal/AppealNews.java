// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.appeal;

import id.siaga.triage.event.News;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** What the platform is told of an appeal, by whomever; what the owner states is between the owner and the desk. */
@RegisterForReflection(ignoreNested = false) // for Jackson; native builds find only what endpoints speak of
final class AppealNews {

    private AppealNews() {}

    private record Received(
            UUID appealId,
            UUID caseId,
            UUID orderId,
            String platform,
            Appellant appellant,
            AppealStatus status,
            Instant at,
            Instant answerBy)
            implements News.Data {}

    private record Decided(
            UUID appealId,
            UUID caseId,
            UUID orderId,
            String platform,
            Appellant appellant,
            AppealStatus status,
            Instant at,
            String answer)
            implements News.Data {}

    static News received(Appeal appeal, long sequence) {
        Appeal.Against against = appeal.against();
        return news(
                appeal,
                "appeal.received",
                appeal.receivedAt(),
                sequence,
                new Received(
                        appeal.id(),
                        against.caseId(),
                        against.orderId(),
                        against.platform(),
                        appeal.appellant(),
                        appeal.status(),
                        appeal.receivedAt(),
                        appeal.answerBy()));
    }

    static News decided(Appeal appeal, Instant at, long sequence) {
        Appeal.Against against = appeal.against();
        return news(
                appeal,
                "appeal.decided",
                at,
                sequence,
                new Decided(
                        appeal.id(),
                        against.caseId(),
                        against.orderId(),
                        against.platform(),
                        appeal.appellant(),
                        appeal.status(),
                        at,
                        Objects.requireNonNull(appeal.ruling()).answer()));
    }

    private static News news(Appeal appeal, String type, Instant at, long sequence, News.Data data) {
        Appeal.Against against = appeal.against();
        return new News(
                News.Topic.CASE, type, against.caseId(), sequence, Set.of(against.party()), against.caseId(), at, data);
    }
}
