// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** An officer assesses a case, once or again while it is in review. */
@ApplicationScoped
public class AssessCase {

    private final CaseDesk desk;
    private final Clock clock;

    AssessCase(CaseDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Transactional
    public void assess(UUID caseId, AssessmentRequest request, Actor by) {
        request.check();
        desk.assess(desk.lock(caseId), request, by, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
