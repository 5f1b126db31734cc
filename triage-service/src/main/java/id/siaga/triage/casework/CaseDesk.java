// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.triage.category.Flag;
import id.siaga.triage.election.ElectionWindows;
import id.siaga.triage.event.Announcements;
import id.siaga.triage.event.News;
import id.siaga.triage.platform.Platforms;
import id.siaga.triage.queue.QueuePlaces;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Moves a case on when something was decided or done, and tells all who must know; within the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CaseDesk {

    /** What reporters are told when new facts were reported. */
    static final String REOPENED = "New facts were reported; the desk looks at it again.";

    private final Cases cases;
    private final Links links;
    private final Reporters reporters;
    private final QueuePlaces places;
    private final TriageClocks triage;
    private final ElectionWindows windows;
    private final Platforms platforms;
    private final CaseRecord record;
    private final Announcements announcements;
    private final CaseMetrics metrics;

    CaseDesk(
            Cases cases,
            Links links,
            Reporters reporters,
            QueuePlaces places,
            TriageClocks triage,
            ElectionWindows windows,
            Platforms platforms,
            CaseRecord record,
            Announcements announcements,
            CaseMetrics metrics) {
        this.cases = cases;
        this.links = links;
        this.reporters = reporters;
        this.places = places;
        this.triage = triage;
        this.windows = windows;
        this.platforms = platforms;
        this.record = record;
        this.announcements = announcements;
        this.metrics = metrics;
    }

    /** The case under its lock; 404 when there is none. */
    public CaseFile lock(UUID id) {
        MDC.put("correlation", id.toString());
        return cases.lock(id).orElseThrow(TriageRefusal.NotFound::new);
    }

    public List<CaseContent> contents(CaseFile file) {
        return cases.contents(file.id());
    }

    /** Whether anybody raised a flag that protects expression. */
    public boolean flagged(CaseFile file) {
        return Flag.anyOf(cases.flags(file.id()));
    }

    /** Whether the short limits apply to what is begun now. */
    public boolean pressing(CaseFile file, Instant at) {
        if (!file.pressing() && windows.coverCase(file.id(), at)) {
            file.fallIntoElection();
        }
        return file.pressing();
    }

    public boolean reportedBy(CaseFile file, String party) {
        return cases.reportedBy(file.id(), party);
    }

    /** An officer's finding; its flags add to those already raised. */
    public void assess(CaseFile file, AssessmentRequest request, Actor by, Instant at) {
        CaseState before = CaseState.of(file);
        file.assess(request.category(), request.severity(), request.finding(), by, at);
        triage.stop(file.id(), at);
        links.flag(
                request.raised().stream()
                        .map(flag -> new Links.Raised(file.id(), flag, by.party()))
                        .toList(),
                at);
        Map<String, Object> facts = new HashMap<>(before.to(file));
        facts.put("flags", request.raised());
        record.append(new Act(file.id(), at, by, "case-assessed", request.finding(), facts));
        announce(file, "assessed", at);
        if (file.progress() == Progress.LINKED) {
            tell(file, Progress.IN_REVIEW, null, at);
        }
        place(List.of(file.id()));
    }

    /** The case is left as it is, for the reasons given. */
    public void dismiss(CaseFile file, String kind, String reasons, Actor by, Instant at) {
        decide(file, kind, false, by, at);
        places.judged(file.id(), false);
        close(file, by, at);
        tell(file, Progress.DISMISSED, reasons, at);
    }

    /** Reporters are asked for more, and the case stays in review. */
    public void clarify(CaseFile file, String kind, String question, Actor by, Instant at) {
        decide(file, kind, true, by, at);
        tell(file, Progress.IN_REVIEW, question, at);
    }

    /** Platforms were asked to act. */
    public void ordered(CaseFile file, String kind, Actor by, Instant at) {
        decide(file, kind, false, by, at);
        places.judged(file.id(), true);
        tell(file, Progress.ORDERED, "The platform was asked to act.", at);
    }

    /**
     * New facts open a closed case again. Its reporters and partners are told, and the record is written, with the batch
     * that brought them, since each is locked once for all of it.
     */
    void reopen(UUID id, boolean urgent, Consequences then) {
        CaseFile file = cases.lock(id).orElseThrow(TriageRefusal.NotFound::new);
        CaseState before = CaseState.of(file);
        file.reopen(urgent);
        file.progress(Progress.IN_REVIEW, REOPENED);
        then.record(new Act(id, then.at(), Actor.SIAGA, "case-reopened", REOPENED, before.to(file)));
        then.announce(news(file, "reopened", then.at()));
    }

    /** What was decided no longer stands, or does not hold; what is to be done now is for the desk to decide anew. */
    public void undecided(CaseFile file, String why, Actor by, Instant at) {
        CaseState before = CaseState.of(file);
        file.reopen(false);
        triage.begin(Map.of(file.id(), at), at);
        record.append(new Act(file.id(), at, by, "case-reopened", why, before.to(file)));
        announce(file, "reopened", at);
        tell(file, Progress.IN_REVIEW, why, at);
    }

    /** Every platform has answered; that is told once. */
    public void answered(CaseFile file, Instant at) {
        if (file.progress() == Progress.ANSWERED) {
            return;
        }
        tell(file, Progress.ANSWERED, "The platform has answered.", at);
    }

    /**
     * Every answer was checked, or the time for it is over. While an emergency override is not reviewed the case stays open;
     * its approval closes it.
     */
    public void closed(CaseFile file, String why, Actor by, Instant at) {
        if (cases.underReview(file.id())) {
            return;
        }
        close(file, by, at);
        tell(file, Progress.CLOSED, why, at);
    }

    /**
     * Gives cases, whose locks the caller holds, their places in the queue anew. The last that is done to them: it writes
     * what was changed before, and each such writing is a version.
     */
    void place(Collection<UUID> ids) {
        cases.flush();
        places.count(ids);
    }

    /** News that are about the case, and numbered as such, but are not of its file. */
    public void announce(CaseFile file, LongFunction<News> news) {
        announcements.announce(news.apply(file.nextSequence()));
    }

    /** Whoever decided has looked. */
    private void decide(CaseFile file, String kind, boolean stays, Actor by, Instant at) {
        CaseState before = CaseState.of(file);
        file.decide(kind, stays, at);
        triage.stop(file.id(), at);
        Map<String, Object> facts = new HashMap<>(before.to(file));
        facts.put("kind", kind);
        record.append(new Act(file.id(), at, by, "case-decided", null, facts));
        announce(file, "decided", at);
    }

    private void close(CaseFile file, Actor by, Instant at) {
        CaseState before = CaseState.of(file);
        file.close(at);
        record.append(new Act(file.id(), at, by, "case-closed", null, before.to(file)));
        announce(file, "closed", at);
    }

    private void tell(CaseFile file, Progress progress, @Nullable String reason, Instant at) {
        file.progress(progress, reason);
        reporters.tellAll(file.id(), progress, reason, at);
    }

    private void announce(CaseFile file, String what, Instant at) {
        announcements.announce(news(file, what, at));
    }

    private News news(CaseFile file, String what, Instant at) {
        Set<String> known = platforms.byCode().keySet();
        metrics.became(file.status());
        return CaseChanged.of(file, cases.contents(file.id()), cases.regions(file.id(), at), known, at)
                .news(what, file.nextSequence());
    }
}
