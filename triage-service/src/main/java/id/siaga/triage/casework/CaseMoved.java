// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.triage.event.News;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What partners are told of a case that moved into another one, or came out of it.
 *
 * @param otherCaseId the case into which it moved, or out of which it came
 */
@RegisterForReflection // for Jackson; native builds find only what endpoints speak of
record CaseMoved(UUID caseId, UUID otherCaseId, CaseStatus status, Instant at) implements News.Data {

    private static final Set<String> PARTNERS = Set.of("*");

    static News news(String what, CaseFile file, UUID other, Instant at) {
        return news(what, file, other, file.nextSequence(), at);
    }

    static News news(String what, CaseFile file, UUID other, long sequence, Instant at) {
        CaseMoved moved = new CaseMoved(file.id(), other, file.status(), at);
        return new News(News.Topic.CASE, "case." + what, file.id(), sequence, PARTNERS, file.id(), at, moved);
    }
}
