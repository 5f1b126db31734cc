// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.retention;

import id.siaga.intake.contact.Contact;
import id.siaga.intake.contact.Contacts;
import id.siaga.intake.submission.IntakeRefusal;
import id.siaga.intake.submission.KeptReports;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Erases a person's data at the person's request, unless a legal hold keeps the report. */
@ApplicationScoped
class Erasure {

    private static final Logger LOG = Logger.getLogger(Erasure.class);

    private final KeptReports reports;
    private final Contacts contacts;

    Erasure(KeptReports reports, Contacts contacts) {
        this.reports = reports;
        this.contacts = contacts;
    }

    /** The contact of the caller's own report. */
    @Transactional
    Contact contact(Caller caller, UUID id) {
        reports.requireOwn(caller, id);
        return contacts.find(id).orElseThrow(IntakeRefusal.UnknownReport::new);
    }

    @Transactional
    void contactOf(Caller caller, UUID id) {
        reports.lockForErasure(caller, id, caller.has("operator"));
        contacts.erase(List.of(id));
        LOG.infof("The contact of report %s is erased", id);
    }

    @Transactional
    void authorsOf(Caller caller, UUID id) {
        reports.lockForErasure(caller, id, caller.has("operator"));
        reports.forgetAuthors(id);
        LOG.infof("The authors of report %s are erased", id);
    }
}
