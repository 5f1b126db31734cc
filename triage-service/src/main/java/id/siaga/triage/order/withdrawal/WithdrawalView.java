// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.withdrawal;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an order is no longer asked for, as its platform and the desk read it.
 *
 * @param receivedAt the earliest proof that the platform knows what to undo
 * @param reinstateBy by when it has to be undone, once receipt is proven
 * @param reinstatements what is to be undone; empty when nothing was done
 */
public record WithdrawalView(
        @Size(max = 2000) String reason,
        Instant withdrawnAt,
        @Nullable Instant receivedAt,
        @Nullable Instant reinstateBy,
        List<ReinstatementView> reinstatements) {

    public static WithdrawalView of(Withdrawal withdrawal) {
        return new WithdrawalView(
                withdrawal.reason(),
                withdrawal.withdrawnAt(),
                withdrawal.receivedAt(),
                withdrawal.reinstateBy(),
                withdrawal.reinstatements().stream().map(ReinstatementView::of).toList());
    }

    /**
     * What is to be undone at a locator.
     *
     * @param reinstatedAt null as long as the platform has not said that it is
     * @param reference the platform's own
     */
    public record ReinstatementView(
            UUID locatorId,
            Instant askedAt,
            @Nullable Instant reinstatedAt,
            @Size(max = 200) @Nullable String reference,
            @Size(max = 2000) @Nullable String note) {

        static ReinstatementView of(Withdrawal.Reinstatement one) {
            Withdrawal.Undone undone = one.undone();
            return undone == null
                    ? new ReinstatementView(one.locatorId(), one.askedAt(), null, null, null)
                    : new ReinstatementView(
                            one.locatorId(), one.askedAt(), undone.at(), undone.reference(), undone.note());
        }
    }
}
