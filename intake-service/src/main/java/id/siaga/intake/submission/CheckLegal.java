// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.intake.legal.Instrument;
import id.siaga.intake.legal.LegalRequest.MeasureRequest;
import id.siaga.intake.legal.Territories;
import id.siaga.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds what a report asks for against who may ask for it, and by what right. */
@ApplicationScoped
class CheckLegal {

    private final Clock clock;

    CheckLegal(Clock clock) {
        this.clock = clock;
    }

    /** @throws IntakeRefusal.OnlyAuthorities when a binding measure is asked for by somebody else */
    void check(ReportRequest request, Sender sender, List<Problem.Place> errors) {
        MeasureRequest measure = request.requestedMeasure();
        checkScope(measure == null ? null : measure.territorialScope(), errors);
        if (request.confidentiality() != null
                && !request.confidentiality().until().isAfter(clock.instant())) {
            errors.add(new Problem.Place("/confidentiality/until", "must be a time in the future"));
        }
        if (measure != null && measure.instrument() == Instrument.ORDER) {
            if (!sender.mayOrder()) {
                throw new IntakeRefusal.OnlyAuthorities();
            }
            checkOrder(request, measure, errors);
        }
    }

    private static void checkScope(@Nullable List<String> scope, List<Problem.Place> errors) {
        if (scope == null) {
            return;
        }
        for (int i = 0; i < scope.size(); i++) {
            if (!Territories.known(scope.get(i))) {
                errors.add(new Problem.Place(
                        "/requestedMeasure/territorialScope/" + i, "must be an ISO 3166 code such as ID or ID-JB"));
            }
        }
    }

    /** What a binding measure must carry, so that a court and the platform can check it. */
    private static void checkOrder(ReportRequest request, MeasureRequest measure, List<Problem.Place> errors) {
        need(request.legalBasis() != null && !request.legalBasis().isEmpty(), "/legalBasis", errors);
        need(request.legalAnalysis() != null, "/legalAnalysis", errors);
        need(measure.action() != null, "/requestedMeasure/action", errors);
        need(
                measure.territorialScope() != null
                        && !measure.territorialScope().isEmpty(),
                "/requestedMeasure/territorialScope",
                errors);
        if (request.issuingAuthority() == null) {
            need(false, "/issuingAuthority", errors);
        } else {
            need(request.issuingAuthority().fileReference() != null, "/issuingAuthority/fileReference", errors);
        }
    }

    private static void need(boolean given, String pointer, List<Problem.Place> errors) {
        if (!given) {
            errors.add(new Problem.Place(pointer, "is required for an ORDER"));
        }
    }
}
