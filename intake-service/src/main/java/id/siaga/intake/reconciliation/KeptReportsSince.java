// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.reconciliation;

import id.siaga.intake.retention.RetentionLimits;
import id.siaga.reconciliation.KeptSince;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** Reports are kept for a time, of some categories for a shorter one. */
@ApplicationScoped
class KeptReportsSince implements KeptSince {

    private final RetentionLimits limits;
    private final Clock clock;

    KeptReportsSince(RetentionLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Instant keptSince() {
        return Stream.concat(Stream.of(limits.reports()), limits.categories().values().stream())
                .min(Comparator.naturalOrder())
                .map(clock.instant()::minus)
                .orElseThrow();
    }
}
