// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.sql.Sql;
import id.siaga.triage.clock.ClockKind;
import id.siaga.triage.clock.ClocksExtended;
import id.siaga.triage.clock.outage.Extensions.Extended;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the due times that orders show those of their clocks, when these are due later by an outage. */
@ApplicationScoped
class MoveDeadlines {

    private final Sql sql;

    MoveDeadlines(Sql sql) {
        this.sql = sql;
    }

    void move(@Observes ClocksExtended extended) {
        Map<ClockKind, List<Extended>> byKind = new EnumMap<>(ClockKind.class);
        extended.clocks().stream().filter(MoveDeadlines::isShown).forEach(clock -> byKind.computeIfAbsent(
                        clock.kind(), kind -> new ArrayList<>())
                .add(clock));
        byKind.forEach((kind, clocks) -> {
            String update = update(kind);
            if (update != null) {
                sql.update(
                        update + " from unnest(?, ?) as d (id, due_at) where " + subject(kind),
                        clocks.stream().map(Extended::subjectId).toArray(UUID[]::new),
                        clocks.stream().map(clock -> clock.dueAt().toString()).toArray(String[]::new));
            }
        });
    }

    /** An order shows by when it is to be served, and not by when its withdrawal is. */
    private static boolean isShown(Extended clock) {
        return clock.kind() != ClockKind.SERVICE || clock.round() == 0;
    }

    private static @Nullable String update(ClockKind kind) {
        return switch (kind) {
            case SERVICE -> "update orders o set serve_by = d.due_at::timestamptz";
            case ACT_TARGET -> "update orders o set act_by = d.due_at::timestamptz";
            case ACT_LEGAL -> "update orders o set legal_due = d.due_at::timestamptz";
            case CLARIFICATION_REPLY -> "update order_wait o set reply_by = d.due_at::timestamptz";
            case REINSTATE -> "update order_withdrawal o set reinstate_by = d.due_at::timestamptz";
            // Their due times are their clocks' only.
            case TRIAGE, APPROVE, EMERGENCY_REVIEW, APPEAL_ANSWER, LETTER_INTERVAL -> null;
        };
    }

    private static String subject(ClockKind kind) {
        return switch (kind) {
            case CLARIFICATION_REPLY -> "o.order_id = d.id and o.ended_at is null";
            case REINSTATE -> "o.order_id = d.id and o.received_at is not null";
            case SERVICE, ACT_TARGET, ACT_LEGAL, TRIAGE, APPROVE, EMERGENCY_REVIEW, APPEAL_ANSWER, LETTER_INTERVAL ->
                "o.id = d.id";
        };
    }
}
