// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.intake.contact.Contact;
import id.siaga.intake.contact.Contacts;
import id.siaga.intake.content.alias.Aliases;
import id.siaga.messaging.Outbox;
import id.siaga.messaging.OutgoingEvent;
import id.siaga.messaging.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Stores reports and has the desk told of each item, in one transaction. What a party has reported before is no second item:
 * it becomes a supplement of the first.
 */
@ApplicationScoped
class SubmitReport {

    /** A report on its way, with those of its items that repeat earlier ones. */
    private record Sent(Report report, ReportDraft draft, List<Repeat> repeats) {

        boolean isNew() {
            return !report.items().isEmpty();
        }
    }

    private final Aliases aliases;
    private final ClaimContent claimContent;
    private final NewReports newReports;
    private final AddSupplements addSupplements;
    private final Contacts contacts;
    private final Outbox outbox;
    private final DeskEvents events;
    private final Clock clock;

    SubmitReport(
            Aliases aliases,
            ClaimContent claimContent,
            NewReports newReports,
            AddSupplements addSupplements,
            Contacts contacts,
            Outbox outbox,
            DeskEvents events,
            Clock clock) {
        this.aliases = aliases;
        this.claimContent = claimContent;
        this.newReports = newReports;
        this.addSupplements = addSupplements;
        this.contacts = contacts;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /** Stores one report. */
    @Transactional(Transactional.TxType.MANDATORY)
    Submitted submit(Sender sender, ReportDraft draft) {
        return submit(sender, List.of(draft)).getFirst();
    }

    /** Stores reports of one sender; tells what became of each, in the same order. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Submitted> submit(Sender sender, List<ReportDraft> drafts) {
        // PostgreSQL keeps microseconds; what is answered now must equal what is read later.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Sent> sent = claim(sender, drafts, now);
        List<Report> fresh = sent.stream().filter(Sent::isNew).map(Sent::report).toList();
        newReports.store(fresh);
        sent.stream().filter(Sent::isNew).forEach(this::keepContact);
        List<OutgoingEvent> told = new ArrayList<>();
        fresh.forEach(report -> report.items()
                .forEach(item -> told.add(events.of(ReportSubmitted.of(report, item), item.eventSequence()))));
        told.addAll(supplement(sent, now));
        outbox.append(told);
        return sent.stream()
                .map(one -> Submitted.of(one.report(), one.repeats()))
                .toList();
    }

    private List<Sent> claim(Sender sender, List<ReportDraft> drafts, Instant now) {
        List<Report> reports = followAliases(drafts).stream()
                .map(draft -> new Report(Uuid7.next(clock), sender, draft, now, () -> Uuid7.next(clock)))
                .toList();
        Map<UUID, Repeat> repeats = claimContent.claim(
                sender,
                reports.stream().flatMap(report -> report.items().stream()).toList());
        List<Sent> sent = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            Report report = reports.get(i);
            List<Repeat> known = report.items().stream()
                    .map(item -> repeats.get(item.id()))
                    .filter(Objects::nonNull)
                    .toList();
            report.keep(item -> !repeats.containsKey(item.id()));
            sent.add(new Sent(report, drafts.get(i), known));
        }
        return sent;
    }

    /** What the desk knows to be one content has one key from now on; keys that are stored stay as they are. */
    private List<ReportDraft> followAliases(List<ReportDraft> drafts) {
        Map<String, String> representatives = aliases.resolve(drafts.stream()
                .flatMap(draft -> draft.items().stream())
                .map(item -> item.key().text())
                .toList());
        return drafts.stream().map(draft -> draft.following(representatives)).toList();
    }

    private void keepContact(Sent sent) {
        Contact contact = sent.draft().contact();
        if (contact != null) {
            contacts.keep(sent.report().id(), contact, sent.report().receivedAt());
        }
    }

    private List<OutgoingEvent> supplement(List<Sent> sent, Instant now) {
        List<Addition> additions = sent.stream()
                .flatMap(one -> one.repeats().stream()
                        .map(repeat -> Addition.repeat(repeat.reportId(), repeat.itemId(), one.draft())))
                .toList();
        return additions.isEmpty()
                ? List.of()
                : addSupplements.add(additions, now).events();
    }
}
