// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.siaga.messaging.Uuid7;
import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The one authority on which content belongs to which case. */
@ApplicationScoped
class ContentKeys {

    private final Sql sql;

    ContentKeys(Sql sql) {
        this.sql = sql;
    }

    /** A content's place: its case, and whether that case is to be opened for it. */
    record Place(UUID contentId, UUID caseId, boolean first) {}

    /**
     * Claims each key, or learns which case has it. The digests are claimed in sorted order: of two consumers with the
     * same keys the second waits at the first common one, and then sees the case of the first.
     *
     * @param reported the keys that are reported now; of the others only the case is wanted, with their lock
     */
    Map<String, Place> claim(Collection<ReportSubmitted.Content> mentioned, Set<String> reported, Instant now) {
        Map<String, ReportSubmitted.Content> byDigest = new TreeMap<>();
        mentioned.forEach(content -> byDigest.putIfAbsent(digest(content.key()), content));
        Collection<ReportSubmitted.Content> contents = byDigest.values();
        UUID[] cases = contents.stream().map(c -> Uuid7.at(now)).toArray(UUID[]::new);
        Set<UUID> candidates = Set.copyOf(Arrays.asList(cases));
        List<Map.Entry<String, Place>> claimed = sql.list(
                """
                insert into content (id, key, key_digest, case_id, platform, kind, rule_version, url, text,
                                     first_reported_at, last_reported_at)
                select c.id, c.key, decode(c.digest, 'hex'), c.case_id, c.platform, c.kind, c.rule_version, c.url,
                       c.text, ?, case when c.reported then ?::timestamptz else '-infinity' end
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                  as c (id, key, digest, case_id, platform, kind, rule_version, url, text, reported)
                on conflict (key_digest) do update
                set last_reported_at = greatest(content.last_reported_at, excluded.last_reported_at)
                returning id, key, case_id""",
                row -> {
                    UUID caseId = Sql.id(row, "case_id");
                    return Map.entry(
                            row.getString("key"), new Place(Sql.id(row, "id"), caseId, candidates.contains(caseId)));
                },
                now,
                now,
                contents.stream().map(c -> Uuid7.at(now)).toArray(UUID[]::new),
                texts(contents, ReportSubmitted.Content::key),
                byDigest.keySet().toArray(String[]::new),
                cases,
                texts(contents, ReportSubmitted.Content::platform),
                texts(contents, ReportSubmitted.Content::kind),
                contents.stream().map(ReportSubmitted.Content::ruleVersion).toArray(Integer[]::new),
                texts(contents, ReportSubmitted.Content::url),
                texts(contents, ReportSubmitted.Content::text),
                contents.stream().map(c -> reported.contains(c.key())).toArray(Boolean[]::new));
        Map<String, Place> places = new HashMap<>();
        claimed.forEach(entry -> places.put(entry.getKey(), entry.getValue()));
        return places;
    }

    private static @Nullable String[] texts(
            Collection<ReportSubmitted.Content> contents, Function<ReportSubmitted.Content, @Nullable String> part) {
        return contents.stream().map(part).toArray(String[]::new);
    }

    private static String digest(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
