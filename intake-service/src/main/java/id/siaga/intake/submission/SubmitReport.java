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
    private record Sent(Report report, Sending sending, List<Repeat> repeats) {

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

    /** Stores reports, of one sender or of many; tells what became of each, in the same order. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Submitted> submit(List<Sending> sendings) {
        // PostgreSQL keeps microseconds; what is answered now must equal what is read later.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Sent> sent = claim(followAliases(sendings), now);
        List<Report> fresh = sent.stream().filter(Sent::isNew).map(Sent::report).toList();
        newReports.store(fresh);
        sent.stream().filter(Sent::isNew).forEach(this::keepContact);
        List<OutgoingEvent> told = new ArrayList<>();
        sent.forEach(one -> one.report()
                .items()
                .forEach(item -> told.add(events.of(
                        ReportSubmitted.of(one.report(), item),
                        item.eventSequence(),
                        one.sending().trace()))));
        told.addAll(supplement(sent, now));
        outbox.append(told);
        return sent.stream()
                .map(one -> Submitted.of(one.report(), one.repeats()))
                .toList();
    }

    private List<Sent> claim(List<Sending> sendings, Instant now) {
        List<Report> reports = sendings.stream()
                .map(one -> new Report(Uuid7.next(clock), one.sender(), one.draft(), now, () -> Uuid7.next(clock)))
                .toList();
        Map<UUID, Repeat> repeats = claimContent.claim(
                reports.stream().flatMap(report -> report.items().stream()).toList());
        List<Sent> sent = new ArrayList<>(sendings.size());
        for (int i = 0; i < sendings.size(); i++) {
            Report report = reports.get(i);
            List<Repeat> known = report.items().stream()
                    .map(item -> repeats.get(item.id()))
                    .filter(Objects::nonNull)
                    .toList();
            report.keep(item -> !repeats.containsKey(item.id()));
            sent.add(new Sent(report, sendings.get(i), known));
        }
        return sent;
    }

    /** What the desk knows to be one content has one key from now on; keys that are stored stay as they are. */
    private List<Sending> followAliases(List<Sending> sendings) {
        Map<String, String> representatives = aliases.resolve(sendings.stream()
                .flatMap(one -> one.draft().items().stream())
                .map(item -> item.key().text())
                .toList());
        return sendings.stream().map(one -> one.following(representatives)).toList();
    }

    private void keepContact(Sent sent) {
        Contact contact = sent.sending().draft().contact();
        if (contact != null) {
            contacts.keep(sent.report().id(), contact, sent.report().receivedAt());
        }
    }

    private List<OutgoingEvent> supplement(List<Sent> sent, Instant now) {
        List<Addition> additions = sent.stream()
                .flatMap(one -> one.repeats().stream()
                        .map(repeat -> Addition.repeat(repeat.reportId(), repeat.itemId(), one.sending())))
                .toList();
        return additions.isEmpty()
                ? List.of()
                : addSupplements.add(additions, now).events();
    }
}
