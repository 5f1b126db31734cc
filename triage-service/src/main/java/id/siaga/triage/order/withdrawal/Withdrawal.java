// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.withdrawal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order that is no longer asked for.
 *
 * @param receivedAt the earliest proof that the platform knows what to undo
 * @param reinstateBy by when it has to be undone, once receipt is proven
 * @param reinstatements what is to be undone; none when nothing was done
 */
public record Withdrawal(
        String reason,
        Instant withdrawnAt,
        @Nullable Instant receivedAt,
        @Nullable Instant reinstateBy,
        List<Reinstatement> reinstatements) {

    /** Whether the platform has to undo something. */
    public boolean asksToReinstate() {
        return !reinstatements.isEmpty();
    }

    /** Whether all that was to be undone is. */
    public boolean reinstated() {
        return reinstatements.stream().allMatch(one -> one.undone() != null);
    }

    /** A proof of receipt; only the earliest counts, and none is older than the wish that it is about. */
    public Instant plausible(Instant proof) {
        Instant asked = reinstatements.stream()
                .map(Reinstatement::askedAt)
                .min(Instant::compareTo)
                .orElse(withdrawnAt);
        return proof.isBefore(asked) ? asked : proof;
    }

    public boolean receivedEarlier(Instant proof) {
        return receivedAt == null || proof.isBefore(receivedAt);
    }

    /** What is to be undone at a locator, and whether it is. */
    public record Reinstatement(
            UUID locatorId, Instant askedAt, @Nullable Undone undone) {}

    /**
     * What a platform says of it.
     *
     * @param at when it was undone, by the platform's own account
     * @param reference the platform's own
     */
    public record Undone(
            Instant at,
            @Nullable String reference,
            @Nullable String note) {}
}
