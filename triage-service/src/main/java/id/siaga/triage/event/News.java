// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.event;

import id.siaga.triage.stream.Change;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, for those who may know.
 *
 * @param type the noun and what happened to it, such as {@code case.opened}
 * @param sequence the subject's own number, taken under its row lock
 * @param audience parties; {@code *} for partners; empty for nobody outside the suite
 * @param correlation what this belongs to beyond its subject; of cases and orders the case, if there is one
 * @param data safe for each of the audience
 */
public record News(
        Topic topic,
        String type,
        UUID subject,
        long sequence,
        Set<String> audience,
        UUID correlation,
        Instant at,
        Data data) {

    /** The same, told at another time than it happened; its data says when that was. */
    public News told(Instant then) {
        return new News(topic, type, subject, sequence, audience, correlation, then, data);
    }

    /** What an event carries, as JSON. Each kind is {@code @RegisterForReflection}: nothing else tells a native build. */
    public interface Data {

        /** What its subject is now, where that is a word. */
        default @Nullable Enum<?> status() {
            return null;
        }

        /** The limit that it tells of, if it does. */
        default @Nullable Limit limit() {
            return null;
        }
    }

    /**
     * A limit that is near or has passed.
     *
     * @param percent how much of the time has passed
     */
    public record Limit(String clock, int percent, Instant dueAt) {}

    /** What those are told who watch the desk. */
    Change change(@Nullable UUID caseId) {
        Enum<?> status = data.status();
        Limit limit = data.limit();
        return new Change(
                type,
                caseId,
                topic == Topic.ORDER ? subject : null,
                status == null ? null : status.name(),
                limit == null ? null : limit.clock,
                limit == null ? null : limit.percent,
                limit == null ? null : limit.dueAt,
                at);
    }

    /** Where news are published; each topic is keyed by the subject. */
    public enum Topic {
        LINK("triage.link.v1"),
        CASE("triage.case.v1"),
        ORDER("triage.order.v1"),
        /** Among the orders, and about none of them. */
        CANARY("triage.order.v1");

        private final String topicName;

        Topic(String topicName) {
            this.topicName = topicName;
        }

        String topicName() {
            return topicName;
        }

        /** Whether its news are correlated by a case, whose record tells of them. */
        boolean aboutCases() {
            return switch (this) {
                case LINK, CANARY -> false;
                case CASE, ORDER -> true;
            };
        }
    }
}
