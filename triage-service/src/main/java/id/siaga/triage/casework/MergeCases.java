// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.triage.event.Announcements;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.refusal.TriageRefusal;
import id.siaga.triage.task.RaiseTasks;
import id.siaga.triage.task.TaskKind;
import id.siaga.web.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An officer moves a case, with its contents and every link to them, into another one, or out of it again. Nothing that was
 * decided moves: a case that platforms were asked about is where others move to.
 */
@ApplicationScoped
public class MergeCases {

    private final ContentKeys keys;
    private final Merges merges;
    private final CaseDesk desk;
    private final TriageClocks triage;
    private final Reporters reporters;
    private final RaiseTasks tasks;
    private final CaseRecord record;
    private final Announcements announcements;
    private final Clock clock;

    MergeCases(
            ContentKeys keys,
            Merges merges,
            CaseDesk desk,
            TriageClocks triage,
            Reporters reporters,
            RaiseTasks tasks,
            CaseRecord record,
            Announcements announcements,
            Clock clock) {
        this.keys = keys;
        this.merges = merges;
        this.desk = desk;
        this.triage = triage;
        this.reporters = reporters;
        this.tasks = tasks;
        this.record = record;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Moves a case into another one; doing it again changes nothing. */
    @Transactional
    public void merge(UUID into, UUID caseId, String reason, Actor by) {
        if (into.equals(caseId)) {
            throw new InvalidRequest("/caseId", "is the same case");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<UUID> contents = keys.holdAll(List.of(into, caseId)).getOrDefault(caseId, List.of());
        Both both = lock(caseId, into);
        if (into.equals(both.file.mergedInto())) {
            return;
        }
        expectMergeable(both);
        merges.add(both.file, both.other, contents, reason, by, now);
        CaseState before = CaseState.of(both.file);
        CaseState otherBefore = CaseState.of(both.other);
        both.file.merge(into);
        both.other.takeIn(both.file);
        merges.move(contents, into);
        merges.copyFlags(caseId, into);
        triage.merge(both.file, both.other, now);
        List<Act> acts = new ArrayList<>(List.of(
                new Act(caseId, now, by, "case-merged", reason, with("into", into, before.to(both.file))),
                new Act(
                        into,
                        now,
                        by,
                        "case-taken-in",
                        reason,
                        with("case", caseId, with("contents", contents, otherBefore.to(both.other))))));
        if (both.other.progress().ordered()) {
            acts.addAll(tasks.raise(raised(contents, both.other), now));
        }
        record.append(acts);
        announcements.announce(CaseMoved.news("merged", both.file, into, now));
        reporters.tell(merges.told(contents, both.other), now);
        desk.place(List.of(into, caseId));
    }

    /** Takes a case out of the one into which it had moved, with all that was reported of its contents meanwhile. */
    @Transactional
    public void split(UUID caseId, String reason, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        keys.alone();
        Merges.Merge merge = merges.standing(caseId).orElse(null);
        if (merge == null) {
            throw desk.lock(caseId).refused();
        }
        keys.holdAll(List.of(merge.into()));
        Both both = lock(caseId, merge.into());
        both.other.expectNotMerged();
        if (merges.pending(merge.into())) {
            throw new TriageRefusal.DecisionPending();
        }
        if (merges.joinedToOthers(merge.contents()) || merges.ordered(merge.contents())) {
            throw new TriageRefusal.CasesJoined();
        }
        merges.end(merge, reason, by, now);
        CaseState before = CaseState.of(both.file);
        both.file.split(merge.statusBefore());
        merges.move(merge.contents(), caseId);
        record.append(List.of(
                new Act(caseId, now, by, "case-split", reason, with("from", merge.into(), before.to(both.file))),
                new Act(merge.into(), now, by, "case-given-back", reason, Map.of("case", caseId))));
        announcements.announce(CaseMoved.news("split", both.file, merge.into(), now));
        reporters.tell(merges.told(merge.contents(), both.file), now);
        desk.place(List.of(caseId, merge.into()));
        triage.split(both.file, now);
    }

    private static Map<String, Object> with(String name, Object value, Map<String, Object> facts) {
        Map<String, Object> more = new HashMap<>(facts);
        more.put(name, value);
        return more;
    }

    /** A case and the other one. */
    private record Both(CaseFile file, CaseFile other) {}

    /** In the order of their ids, as everywhere. */
    private Both lock(UUID caseId, UUID otherId) {
        List<CaseFile> locked =
                Stream.of(caseId, otherId).sorted().map(desk::lock).toList();
        return locked.getFirst().id().equals(caseId)
                ? new Both(locked.getFirst(), locked.getLast())
                : new Both(locked.getLast(), locked.getFirst());
    }

    private void expectMergeable(Both both) {
        both.file.expectMergeable();
        both.other.expectNotMerged();
        if (merges.ordered(both.file.id())) {
            throw new TriageRefusal.CaseWasOrdered();
        }
        if (merges.pending(both.file.id()) || merges.pending(both.other.id())) {
            throw new TriageRefusal.DecisionPending();
        }
    }

    private static List<RaiseTasks.Raised> raised(List<UUID> contents, CaseFile into) {
        return contents.stream()
                .map(content -> new RaiseTasks.Raised(
                        TaskKind.ORDERED_CONTENT_REPORTED,
                        into.id(),
                        content,
                        into.progress().name(),
                        1))
                .toList();
    }
}
