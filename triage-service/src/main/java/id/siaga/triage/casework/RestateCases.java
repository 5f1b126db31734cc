// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.triage.event.Announcements;
import id.siaga.triage.event.News;
import id.siaga.triage.platform.Platforms;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Tells partners again how cases are, behind all that they have seen of them; within the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class RestateCases {

    /**
     * What others know of a case, an order or a report.
     *
     * @param told how much they were told
     * @param seen the highest number that they have seen
     */
    public record Known(UUID id, long told, long seen) {}

    private final Cases cases;
    private final Platforms platforms;
    private final CaseRecord record;
    private final Announcements announcements;

    RestateCases(Cases cases, Platforms platforms, CaseRecord record, Announcements announcements) {
        this.cases = cases;
        this.platforms = platforms;
        this.record = record;
        this.announcements = announcements;
    }

    /** In the order of their ids; returns how many there are. */
    public int restate(List<Known> known, String why, Actor by, Instant at) {
        int restated = 0;
        for (Known one : known) {
            Optional<CaseFile> file = cases.lock(one.id());
            if (file.isPresent()) {
                restate(file.get(), one, why, by, at);
                restated++;
            }
        }
        return restated;
    }

    private void restate(CaseFile file, Known known, String why, Actor by, Instant at) {
        long number = file.resume(known.told(), known.seen());
        record.append(List.of(
                new Act(file.id(), at, by, "case-restated", why, Map.of("sequence", number, "seen", known.seen()))));
        announcements.announce(news(file, number, at));
    }

    private News news(CaseFile file, long number, Instant at) {
        return switch (file.status()) {
            case NEW -> changed(file, at).news("opened", number);
            case IN_REVIEW -> changed(file, at).news(file.severity() == null ? "reopened" : "assessed", number);
            case DECIDED -> changed(file, at).news("decided", number);
            case CLOSED -> changed(file, at).news("closed", number);
            case MERGED -> CaseMoved.news("merged", file, Objects.requireNonNull(file.mergedInto()), number, at);
        };
    }

    private CaseChanged changed(CaseFile file, Instant at) {
        return CaseChanged.of(
                file,
                cases.contents(file.id()),
                cases.regions(file.id(), at),
                platforms.byCode().keySet(),
                at);
    }
}
