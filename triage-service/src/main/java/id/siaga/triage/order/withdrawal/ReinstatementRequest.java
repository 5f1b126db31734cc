// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.withdrawal;

import id.siaga.web.InvalidRequest;
import id.siaga.web.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a platform undid, per locator; several requests may make up the whole. */
public record ReinstatementRequest(
        @NotEmpty @Size(max = 1000) List<@NotNull @Valid LocatorReinstatement> reinstatements) {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /**
     * One locator.
     *
     * @param reinstatedAt when it was undone
     * @param reference the platform's own
     */
    public record LocatorReinstatement(
            @NotNull UUID locatorId,
            @NotNull Instant reinstatedAt,
            @Nullable @Size(max = 200) String reference,
            @Nullable @Size(max = 2000) String note) {

        /** With the time as the database holds it, so that a repetition is seen to be the same. */
        public Withdrawal.Undone undone() {
            return new Withdrawal.Undone(reinstatedAt.truncatedTo(ChronoUnit.MICROS), reference, note);
        }
    }

    /** Refuses what contradicts itself. */
    public void check(Instant now) {
        List<Problem.Place> wrong = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < reinstatements.size(); i++) {
            LocatorReinstatement one = reinstatements.get(i);
            if (!seen.add(one.locatorId)) {
                wrong.add(new Problem.Place("/reinstatements/" + i + "/locatorId", "is named twice"));
            }
            if (one.reinstatedAt.isAfter(now.plus(CLOCKS_DIFFER))) {
                wrong.add(new Problem.Place("/reinstatements/" + i + "/reinstatedAt", "is in the future"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidRequest(wrong);
        }
    }
}
