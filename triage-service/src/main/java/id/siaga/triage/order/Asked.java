// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.clock.ClockSubject;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/**
 * Who is asked, with which power, and on what grounds; what an order never changes.
 *
 * @param party the organisation that answers for the platform
 * @param urgent whether the short limits apply
 * @param appealCode what the platform's notice to the content's owner carries, so that the owner can appeal
 */
@Embeddable
record Asked(
        @Column(name = "decision_id") UUID decisionId,
        @Column(name = "case_id") UUID caseId,
        String platform,
        String party,
        @Enumerated(EnumType.STRING) Instrument instrument,
        String category,
        boolean urgent,
        @Column(name = "appeal_code") String appealCode,
        @Embedded Grounds grounds) {

    static Asked of(OrderDraft draft, String platform, String party) {
        return new Asked(
                draft.decisionId(),
                draft.caseId(),
                platform,
                party,
                draft.instrument(),
                draft.category(),
                draft.urgent(),
                UUID.randomUUID().toString().replace("-", ""),
                draft.grounds());
    }

    /** What the clocks of the order run for. */
    ClockSubject clockSubject(UUID order) {
        return new ClockSubject(order, caseId, instrument.name(), category, grounds.lawInstrument(), platform, urgent);
    }
}
