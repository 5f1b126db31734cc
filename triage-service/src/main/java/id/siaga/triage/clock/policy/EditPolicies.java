// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.policy;

import id.siaga.triage.clock.ClockKind;
import id.siaga.triage.platform.Platforms;
import id.siaga.triage.record.Actor;
import id.siaga.triage.refusal.TriageRefusal;
import id.siaga.web.InvalidRequest;
import id.siaga.web.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operator says how long clocks run that are started from now on; those that run keep what they were started with. */
@ApplicationScoped
public class EditPolicies {

    private final PolicyTable table;
    private final Policies policies;
    private final Platforms platforms;
    private final Clock clock;

    EditPolicies(PolicyTable table, Policies policies, Platforms platforms, Clock clock) {
        this.table = table;
        this.policies = policies;
        this.platforms = platforms;
        this.clock = clock;
    }

    /** A policy, and whether there was none before. */
    record Edited(ClockPolicyView policy, boolean created) {}

    @Transactional
    Edited put(String code, ClockPolicyRequest request, Revision.Condition condition, Actor by) {
        table.alone();
        request.check(platforms.byCode().keySet());
        ClockPolicyView before = table.find(code).orElse(null);
        condition.check(before == null ? null : before.version());
        if (before != null && before.kind() != request.kind()) {
            throw new InvalidRequest("/kind", "must stay what it is");
        }
        if (table.taken(code, request)) {
            throw TriageRefusal.PolicyRefused.taken();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        table.store(code, before == null ? 0 : before.version() + 1, request, by, now);
        expectALimitForAll(request.kind());
        return new Edited(one(code), before == null);
    }

    /** Nothing may be left that could not be started; only a legal limit need not exist for everything. */
    private void expectALimitForAll(ClockKind kind) {
        List<Policy> all = policies.of(kind);
        boolean whole = List.of(true, false).stream()
                .allMatch(pressing -> all.stream().anyMatch(policy -> policy.holdsForAll(pressing)));
        if (kind != ClockKind.ACT_LEGAL && !whole) {
            throw TriageRefusal.PolicyRefused.gap();
        }
    }

    @Transactional
    ClockPolicyView one(String code) {
        return table.find(code).orElseThrow(TriageRefusal.NotFound::new);
    }

    @Transactional
    List<ClockPolicyView> page(@Nullable String after, int most) {
        return table.page(after, most);
    }

    @Transactional
    List<ClockPolicyView> history(String code, @Nullable Long before, int most) {
        one(code);
        return table.history(code, before, most);
    }
}
