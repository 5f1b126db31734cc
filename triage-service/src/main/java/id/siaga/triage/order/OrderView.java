// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.order.answer.Finding;
import id.siaga.triage.order.answer.Outcome;
import id.siaga.triage.order.check.FindingView;
import id.siaga.triage.order.waiting.Wait;
import id.siaga.triage.order.waiting.WaitView;
import id.siaga.triage.order.withdrawal.WithdrawalView;
import id.siaga.triage.record.Actor;
import id.siaga.web.Caller;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An order as its platform and the desk read it.
 *
 * @param urgent whether the short limits apply
 * @param terms which of the platform's own terms a REFERRAL says are broken
 * @param authority in whose name an ORDER is made
 * @param appealCode for the platform's notice to the content's owner, who can appeal with it
 * @param serveBy when it must have reached the platform
 * @param receivedAt the earliest proof of receipt
 * @param actBy the target
 * @param legalDue when the law wants it done, if the instrument cited says so
 * @param waits how often and why the order waited for the desk; the due times are later by the reply, not before it
 * @param pausesLeft how many further times it may wait without an officer's consent
 * @param withdrawal that it is no longer asked for
 */
public record OrderView(
        UUID id,
        UUID caseId,
        @Size(max = 63) String platform,
        @Size(max = Caller.LONGEST_PARTY) String party,
        Instrument instrument,
        @Size(max = 100) String category,
        boolean urgent,
        OrderStatus status,
        List<Locator> locators,
        @Size(max = 5000) String reasons,
        @Size(max = 1000) @Nullable String terms,
        @Nullable LegalBasis legalBasis,
        @Nullable IssuingAuthority authority,
        @Size(max = 5000) @Nullable String proportionality,
        @Size(max = 250) List<@Size(max = 6) String> territorialScope,
        @Size(max = 2000) @Nullable String redress,
        @Size(max = 100) String appealCode,
        Instant issuedAt,
        Instant serveBy,
        @Nullable Instant receivedAt,
        @Nullable Instant actBy,
        @Nullable Instant legalDue,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant answeredAt,
        @Nullable Instant closedAt,
        List<Step> history,
        List<WaitView> waits,
        @Min(0) int pausesLeft,
        @Nullable WithdrawalView withdrawal) {

    /**
     * The order as somebody reads it.
     *
     * @param shown how a step's actor is shown to the reader
     * @param findings what was found at a locator, as the reader may know it
     */
    static OrderView of(
            Order order,
            Function<Transition, String> shown,
            Function<UUID, List<FindingView>> findings,
            List<Wait> waits,
            int pausesLeft,
            @Nullable WithdrawalView withdrawal) {
        Asked asked = order.asked();
        Grounds grounds = asked.grounds();
        Milestones times = order.times();
        return new OrderView(
                order.id(),
                asked.caseId(),
                asked.platform(),
                asked.party(),
                asked.instrument(),
                asked.category(),
                asked.urgent(),
                order.status(),
                order.locators().stream()
                        .map(locator -> Locator.of(locator, findings.apply(locator.id())))
                        .toList(),
                grounds.reasons(),
                grounds.terms(),
                grounds.legalBasis(),
                grounds.authority(),
                grounds.proportionality(),
                grounds.territorialScope(),
                grounds.redress(),
                asked.appealCode(),
                times.issuedAt,
                times.serveBy,
                times.receivedAt,
                times.actBy,
                times.legalDue,
                times.acknowledgedAt,
                times.answeredAt,
                times.closedAt,
                order.history().stream()
                        .map(step -> new Step(step.status(), step.at(), shown.apply(step), step.why()))
                        .toList(),
                waits.stream().map(WaitView::of).toList(),
                pausesLeft,
                withdrawal);
    }

    /**
     * A place that the order names, and what became of it.
     *
     * @param finding what was found last
     * @param findings all that was found, the oldest first
     * @param reappearedAt when an officer declared that it is back
     */
    public record Locator(
            UUID id,
            @Size(max = 4096) String url,
            @Size(max = 1200) String contentKey,
            @Nullable Outcome result,
            @Nullable Finding finding,
            List<FindingView> findings,
            @Nullable Instant reappearedAt) {

        static Locator of(OrderLocator locator, List<FindingView> findings) {
            return new Locator(
                    locator.id(),
                    locator.url(),
                    locator.contentKey(),
                    locator.outcome(),
                    locator.finding(),
                    findings,
                    locator.reappearedAt());
        }
    }

    /**
     * A step of the history.
     *
     * @param by who did it; a platform reads {@code desk} for persons of the desk
     */
    public record Step(
            OrderStatus status,
            Instant at,
            @Size(max = Actor.LONGEST_SHOWN) String by,
            @Size(max = 5100) @Nullable String why) {}
}
