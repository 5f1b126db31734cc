// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.sql.Sql;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reports as something that is kept for a time: found by age, held, stripped of persons, and in the end deleted. */
@ApplicationScoped
public class KeptReports {

    /** Every table whose rows hang on a report, before the report itself. */
    private static final List<String> DEPENDENTS =
            List.of("supplement", "report_change", "report_reference", "report_legal_ground", "report_item");

    private final Sql sql;
    private final OwnReports ownReports;
    private final Reports reports;

    KeptReports(Sql sql, OwnReports ownReports, Reports reports) {
        this.sql = sql;
        this.ownReports = ownReports;
        this.reports = reports;
    }

    /**
     * Locks finished reports that were received before a time and that no hold keeps, up to a number of them.
     *
     * @param categories only of these, or, when {@code other} is true, of all but these
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<UUID> expired(Collection<String> categories, boolean other, Instant before, int most) {
        return sql.list("""
                SELECT id FROM report
                WHERE received_at < ? AND legal_hold IS NULL AND status IN ('CLOSED', 'DISMISSED', 'WITHDRAWN')
                    AND (category = ANY (?)) <> ?
                ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED""", row -> Sql.id(row, "id"), before, categories.toArray(String[]::new), other, most);
    }

    /** Deletes reports that {@link #expired} has locked, with all that hangs on them in this feature. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void delete(Collection<UUID> ids) {
        UUID[] array = ids.toArray(UUID[]::new);
        DEPENDENTS.forEach(table -> sql.update("DELETE FROM " + table + " WHERE report_id = ANY (?)", (Object) array));
        sql.update("DELETE FROM report WHERE id = ANY (?)", (Object) array);
    }

    /**
     * Does nothing for the caller's own report.
     *
     * @throws IntakeRefusal.UnknownReport when it is another party's, or nobody's
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireOwn(Caller caller, UUID id) {
        if (reports.findFor(Visibility.own(caller), id).isEmpty()) {
            throw new IntakeRefusal.UnknownReport();
        }
    }

    /**
     * Locks a report whose data somebody wants erased.
     *
     * @param anybodys whether the caller may erase what another party has sent
     * @throws IntakeRefusal.UnknownReport when the caller may not know of it
     * @throws IntakeRefusal.Held when a hold keeps it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockForErasure(Caller caller, UUID id, boolean anybodys) {
        Report report = anybodys ? any(id) : ownReports.lock(caller, id);
        if (report.legalHold() != null) {
            throw new IntakeRefusal.Held();
        }
    }

    /** Forgets who published the content of a report. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forgetAuthors(UUID id) {
        any(id).items().forEach(ReportItem::forgetAuthor);
    }

    /** Sets or, with null, lifts the hold of a report, whoever has sent it. */
    @Transactional
    public void hold(UUID id, @Nullable String reason) {
        any(id).hold(reason);
    }

    private Report any(UUID id) {
        return reports.lock(List.of(id)).stream().findFirst().orElseThrow(IntakeRefusal.UnknownReport::new);
    }
}
