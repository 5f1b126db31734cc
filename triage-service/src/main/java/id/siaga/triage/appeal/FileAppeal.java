// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.appeal;

import id.siaga.messaging.Uuid7;
import id.siaga.triage.casework.CaseDesk;
import id.siaga.triage.casework.CaseFile;
import id.siaga.triage.clock.ClockKind;
import id.siaga.triage.clock.ClockSubject;
import id.siaga.triage.clock.Clocks;
import id.siaga.triage.record.Act;
import id.siaga.triage.record.Actor;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes an appeal against an order; while one waits for its answer, the same appellant's next one is that one. */
@ApplicationScoped
public class FileAppeal {

    private static final Actor OWNER = new Actor("content-owner", "content-owner");

    private final CaseDesk desk;
    private final Appeals appeals;
    private final Clocks clocks;
    private final CaseRecord record;
    private final Clock clock;

    FileAppeal(CaseDesk desk, Appeals appeals, Clocks clocks, CaseRecord record, Clock clock) {
        this.desk = desk;
        this.appeals = appeals;
        this.clocks = clocks;
        this.record = record;
        this.clock = clock;
    }

    @Transactional
    Appeal ofPlatform(UUID orderId, String statement, Actor by) {
        return file(
                appeals.against(orderId, by.party()).orElseThrow(TriageRefusal.NotFound::new),
                Appellant.PLATFORM,
                statement,
                by);
    }

    @Transactional
    Appeal ofOwner(String code, String statement) {
        return file(
                appeals.against(code).orElseThrow(TriageRefusal.NotFound::new),
                Appellant.CONTENT_OWNER,
                statement,
                OWNER);
    }

    private Appeal file(Appeal.Against against, Appellant appellant, String statement, Actor by) {
        CaseFile file = desk.lock(against.caseId());
        Optional<Appeal> open = appeals.of(against.orderId(), appellant).stream()
                .filter(appeal -> appeal.status() == AppealStatus.RECEIVED)
                .findFirst();
        if (open.isPresent()) {
            return open.get();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = Uuid7.at(now);
        Instant answerBy = clocks.start(
                        ClockKind.APPEAL_ANSWER,
                        new ClockSubject(
                                id,
                                file.id(),
                                null,
                                file.category(),
                                null,
                                against.platform(),
                                desk.pressing(file, now)),
                        now)
                .orElseThrow(() -> new IllegalStateException("No policy sets the time for an appeal's answer"));
        Appeal appeal = new Appeal(id, against, appellant, statement, AppealStatus.RECEIVED, now, answerBy, null);
        appeals.file(appeal);
        record.append(new Act(
                file.id(),
                now,
                by,
                "appeal-received",
                statement,
                Map.of("appeal", id, "order", against.orderId(), "appellant", appellant)));
        desk.announce(file, sequence -> AppealNews.received(appeal, sequence));
        return appeal;
    }
}
