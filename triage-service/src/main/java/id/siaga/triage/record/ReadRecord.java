// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import id.siaga.triage.refusal.TriageRefusal;
import id.siaga.web.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The record of a case as it is read. */
@ApplicationScoped
class ReadRecord {

    private final RecordChain chain;

    ReadRecord(RecordChain chain) {
        this.chain = chain;
    }

    /** A page of entries, in the order in which they were appended. */
    @Schema(name = "RecordPage")
    public record Page(
            @Size(max = 200) List<EntryView> entries,
            @Nullable String next) {}

    @Transactional
    Page page(UUID caseId, int limit, @Nullable String cursor) {
        if (!chain.known(caseId)) {
            throw new TriageRefusal.NotFound();
        }
        List<EntryView> page = chain.after(caseId, place(cursor), limit + 1).stream()
                .map(EntryView::of)
                .toList();
        return page.size() <= limit
                ? new Page(page, null)
                : new Page(
                        page.subList(0, limit),
                        Cursor.of(Long.toString(page.get(limit - 1).seq())));
    }

    private static long place(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        try {
            return Long.parseLong(Cursor.parse(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw Cursor.refused();
        }
    }
}
