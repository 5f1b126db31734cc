// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import id.siaga.sql.Sql;
import id.siaga.triage.refusal.TriageRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Erases texts to which the chains go on being committed. What is erased, by whom and why is appended first; the database
 * lets nothing go that was not named there in the same transaction.
 */
@ApplicationScoped
class EraseTexts {

    /** The act that names what was erased. */
    static final String ACT = "texts-erased";

    /** How many texts go at once, since they are named in entries of the record. */
    static final int AT_ONCE = 1000;

    private static final Logger LOG = Logger.getLogger(EraseTexts.class);

    private final Sql sql;
    private final RecordChain chain;
    private final CaseRecord record;
    private final Clock clock;

    EraseTexts(Sql sql, RecordChain chain, CaseRecord record, Clock clock) {
        this.sql = sql;
        this.chain = chain;
        this.record = record;
        this.clock = clock;
    }

    private record Kept(UUID caseId, long seq, TextPart part) {}

    /** Erases the reasons given in a case: all, or those of the entries named. */
    @Transactional
    ErasureView ofCase(UUID caseId, List<Long> entries, String reason, Actor by) {
        if (!chain.known(caseId)) {
            throw new TriageRefusal.NotFound();
        }
        return erase(
                sql.list(
                        """
                        select case_id, seq from record_text
                        where case_id = ? and part = 'why' and (cardinality(?) = 0 or seq = any (?))
                          -- Why something was erased is no part of the case.
                          and seq not in (select seq from record where case_id = ? and act = 'texts-erased')
                        order by seq limit ?""",
                        row -> new Kept(Sql.id(row, "case_id"), row.getLong("seq"), TextPart.WHY),
                        caseId,
                        entries.toArray(Long[]::new),
                        entries.toArray(Long[]::new),
                        caseId,
                        AT_ONCE + 1),
                reason,
                by);
    }

    /** Erases who it was wherever this person acted; the organisation and the act stay. */
    @Transactional
    ErasureView ofPerson(String person, String reason, Actor by) {
        return erase(
                sql.list(
                        """
                        select case_id, seq from record_text where part = 'who' and text = ?
                        order by case_id, seq limit ?""",
                        row -> new Kept(Sql.id(row, "case_id"), row.getLong("seq"), TextPart.WHO),
                        person,
                        AT_ONCE + 1),
                reason,
                by);
    }

    private ErasureView erase(List<Kept> kept, String reason, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Map<UUID, List<Kept>> byCase = kept.stream()
                .limit(AT_ONCE)
                .collect(Collectors.groupingBy(Kept::caseId, LinkedHashMap::new, Collectors.toList()));
        record.append(byCase.entrySet().stream()
                .map(one -> new Act(one.getKey(), now, by, ACT, reason, facts(one.getValue())))
                .toList());
        int erased = byCase.keySet().stream()
                .flatMap(id -> sql.list("select erase_recorded_texts(?)", row -> row.getInt(1), id).stream())
                .mapToInt(Integer::intValue)
                .sum();
        LOG.infof("%d texts of the records of %d cases are erased", erased, byCase.size());
        return new ErasureView(byCase.size(), erased, kept.size() <= AT_ONCE);
    }

    private static Map<String, ?> facts(List<Kept> kept) {
        return Map.of(
                "texts",
                kept.stream()
                        .map(text ->
                                Map.of("seq", text.seq(), "part", text.part().code()))
                        .toList());
    }
}
