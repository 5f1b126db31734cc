// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.siaga.messaging.Uuid7;
import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one authority on which content belongs to which case. */
@ApplicationScoped
class ContentKeys {

    private final Sql sql;

    ContentKeys(Sql sql) {
        this.sql = sql;
    }

    /**
     * A content's place.
     *
     * @param standsFor the content that stands for this one: another where two keys are of one content
     * @param first whether the key was not known before; its case, if it was reported, is yet to be opened
     */
    record Place(UUID contentId, UUID standsFor, UUID caseId, boolean first) {

        /** That of a key which is among those that were claimed. */
        static Place of(String key, Map<String, Place> places) {
            Place place = places.get(key);
            if (place == null) {
                throw new IllegalStateException("Every claimed key has a place");
            }
            return place;
        }
    }

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
        UUID[] ids = contents.stream().map(c -> Uuid7.at(now)).toArray(UUID[]::new);
        Set<UUID> candidates = Set.copyOf(Arrays.asList(ids));
        List<Map.Entry<String, Place>> claimed = sql.list(
                """
                insert into content (id, key, key_digest, case_id, platform, kind, rule_version, url, text,
                                     first_reported_at, last_reported_at)
                select c.id, c.key, decode(c.digest, 'hex'), c.case_id, c.platform, c.kind, c.rule_version, c.url,
                       c.text, case when c.reported then ?::timestamptz else 'infinity' end,
                       case when c.reported then ?::timestamptz else '-infinity' end
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                  as c (id, key, digest, case_id, platform, kind, rule_version, url, text, reported)
                on conflict (key_digest) do update
                set first_reported_at = least(content.first_reported_at, excluded.first_reported_at),
                    last_reported_at = greatest(content.last_reported_at, excluded.last_reported_at),
                    url = coalesce(content.url, excluded.url), text = coalesce(content.text, excluded.text)
                returning id, key, coalesce(same_as, id) as stands_for, case_id""",
                row -> place(row, candidates),
                now,
                now,
                ids,
                texts(contents, ReportSubmitted.Content::key),
                byDigest.keySet().toArray(String[]::new),
                cases,
                texts(contents, ReportSubmitted.Content::platform),
                texts(contents, ReportSubmitted.Content::kind),
                contents.stream().map(ReportSubmitted.Content::ruleVersion).toArray(Integer[]::new),
                texts(contents, ReportSubmitted.Content::url),
                texts(contents, ReportSubmitted.Content::text),
                contents.stream().map(c -> reported.contains(c.key())).toArray(Boolean[]::new));
        return byKey(claimed);
    }

    /**
     * Holds keys, and all of a case, in sorted order, as they are claimed. A key that nobody has reported is claimed for the
     * case, so that whoever reports it later, or at this moment, finds its way there.
     */
    Map<String, Place> hold(Collection<String> held, UUID caseId, Instant now) {
        alone();
        Map<String, String> byDigest = new TreeMap<>();
        held.forEach(key -> byDigest.put(digest(key), key));
        sql.list("select key from content where case_id = ?", row -> row.getString("key"), caseId)
                .forEach(key -> byDigest.put(digest(key), key));
        UUID[] ids = byDigest.keySet().stream().map(c -> Uuid7.at(now)).toArray(UUID[]::new);
        Set<UUID> candidates = Set.copyOf(Arrays.asList(ids));
        return byKey(sql.list(
                """
                insert into content (id, key, key_digest, case_id, platform, kind, rule_version, first_reported_at,
                                     last_reported_at)
                select c.id, c.key, decode(c.digest, 'hex'), ?, split_part(c.key, ':', 1), split_part(c.key, ':', 2),
                       coalesce((select max(o.rule_version) from content o where o.case_id = ?), 1), 'infinity',
                       '-infinity'
                from unnest(?, ?, ?) as c (id, key, digest)
                on conflict (key_digest) do update set last_reported_at = content.last_reported_at
                returning id, key, coalesce(same_as, id) as stands_for, case_id""",
                row -> place(row, candidates),
                caseId,
                caseId,
                ids,
                byDigest.values().toArray(String[]::new),
                byDigest.keySet().toArray(String[]::new)));
    }

    /**
     * Lets nobody else move contents between cases, or join them, until the transaction ends. Taken before all else: such
     * writers are few, and what they have read must not change before they have locked it.
     */
    void alone() {
        sql.list("select pg_advisory_xact_lock(hashtextextended('siaga.content-alias', 0))", row -> true);
    }

    /** Holds all contents of some cases, in the order of their keys, and tells which each case has. */
    Map<UUID, List<UUID>> holdAll(Collection<UUID> cases) {
        alone();
        return sql
                .list(
                        "select id, case_id from content where case_id = any (?) order by key_digest for no key update",
                        row -> Map.entry(Sql.id(row, "case_id"), Sql.id(row, "id")),
                        (Object) cases.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Lets one content, and all that it stood for, be represented by another; the caller holds them all. */
    void join(UUID from, UUID to) {
        sql.update("update content set same_as = ? where id = ? or same_as = ?", to, from, from);
    }

    private static Map.Entry<String, Place> place(ResultSet row, Set<UUID> candidates) throws SQLException {
        UUID id = Sql.id(row, "id");
        return Map.entry(
                row.getString("key"),
                new Place(id, Sql.id(row, "stands_for"), Sql.id(row, "case_id"), candidates.contains(id)));
    }

    private static Map<String, Place> byKey(List<Map.Entry<String, Place>> claimed) {
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
