// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.contact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.keyring.Keyring;
import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The people behind reports, sealed under the service's keyring; each opens under its own report only. */
@ApplicationScoped
public class Contacts {

    @SuppressWarnings("ArrayRecordComponent") // Never compared: bytes on their way from and to a column.
    private record Sealed(UUID report, byte[] bytes) {}

    private final Sql sql;
    private final Keyring keyring;
    private final ObjectMapper json;

    Contacts(Sql sql, Keyring keyring, ObjectMapper json) {
        this.sql = sql;
        this.keyring = keyring;
        this.json = json;
    }

    /** Keeps the contact of a report, in the transaction that stores the report. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(UUID report, Contact contact, Instant now) {
        sql.update(
                "INSERT INTO report_contact (report_id, sealed, created_at) VALUES (?, ?, ?)",
                report,
                keyring.seal(write(contact), context(report)),
                now);
    }

    /** The contact of a report, unless there was none or it has been erased. */
    @Transactional
    public Optional<Contact> find(UUID report) {
        return sql
                .list(
                        "SELECT sealed FROM report_contact WHERE report_id = ?",
                        row -> read(keyring.open(row.getBytes(1), context(report))),
                        report)
                .stream()
                .findFirst();
    }

    /** Erases the contacts of reports; returns how many there were. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int erase(Collection<UUID> reports) {
        return sql.update(
                "DELETE FROM report_contact WHERE report_id = ANY (?)", (Object) reports.toArray(UUID[]::new));
    }

    /**
     * Seals anew, under the primary key of a keyring, up to a number of contacts that an older key of it has sealed.
     *
     * @param after where to go on: the last report of the batch before
     */
    @Transactional
    public Batch reseal(Keyring newer, UUID after, int most) {
        List<Sealed> rows = sql.list(
                "SELECT report_id, sealed FROM report_contact WHERE report_id > ? ORDER BY report_id LIMIT ? FOR UPDATE",
                row -> new Sealed(Sql.id(row, "report_id"), row.getBytes("sealed")),
                after,
                most);
        List<Sealed> old =
                rows.stream().filter(row -> !newer.isCurrent(row.bytes())).toList();
        sql.batch(
                "UPDATE report_contact SET sealed = ? WHERE report_id = ?",
                old.stream().map(row -> Sql.row(anew(row, newer), row.report())).toList());
        return new Batch(
                rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast().report()), rows.size(), old.size());
    }

    private static byte[] anew(Sealed row, Keyring newer) {
        String context = context(row.report());
        return newer.seal(newer.open(row.bytes(), context), context);
    }

    /** How far a run of {@link #reseal} has come, how many it looked at, and how many of them it sealed anew. */
    public record Batch(Optional<UUID> last, int seen, int sealed) {}

    private static String context(UUID report) {
        return "report-contact " + report;
    }

    private byte[] write(Contact contact) {
        try {
            return json.writeValueAsBytes(contact);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a contact cannot be written");
        }
    }

    private Contact read(byte[] plain) {
        try {
            return json.readValue(plain, Contact.class);
        } catch (IOException e) {
            // Without the cause: its message could quote the person.
            throw new IllegalStateException("a stored contact cannot be read");
        }
    }
}
