// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.sql.Sql;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The directory as it stands; read anew each time, since it is small and may change at any time. */
@ApplicationScoped
public class Platforms {

    private static final String VERSION =
            "select code, version, entry, changed_at, changed_by, changed_by_party from platform_version v";

    private final Sql sql;
    private final ObjectMapper json;

    Platforms(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** All entries by code. */
    public Map<String, Platform> byCode() {
        return sql
                .list("select code, entry from platform", row -> Platform.of(row.getString("code"), entry(row)))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Platform::code, Function.identity()));
    }

    /** Every entry as it is, by their codes; there are as many as there are platforms. */
    List<PlatformView> all() {
        return sql.list(
                VERSION + " where exists (select from platform p where p.code = v.code and p.version = v.version)"
                        + " order by code",
                this::view);
    }

    /** The entry as it is. */
    Optional<PlatformView> find(String code) {
        return history(code, null, 1).stream().findFirst();
    }

    /** What an entry was, the latest first. */
    List<PlatformView> history(String code, @Nullable Long before, int most) {
        return sql.list(
                VERSION + " where code = ? and (?::bigint is null or version < ?) order by version desc limit ?",
                this::view,
                code,
                before,
                before,
                most);
    }

    /** The version of the entry under its row lock. */
    Optional<Long> lock(String code) {
        return sql
                .list("select version from platform where code = ? for no key update", row -> row.getLong(1), code)
                .stream()
                .findFirst();
    }

    /** Whether there was none of this code, and is one now. */
    boolean add(String code, PlatformEntry entry, Actor by, Instant at) {
        String document = write(entry);
        int added = sql.update(
                "insert into platform (code, version, entry) values (?, 0, ?::jsonb) on conflict (code) do nothing",
                code,
                document);
        if (added == 1) {
            keep(code, 0, document, by, at);
        }
        return added == 1;
    }

    /** Says so from now on, and keeps what was said before. */
    void store(String code, long version, PlatformEntry entry, Actor by, Instant at) {
        String document = write(entry);
        sql.update("update platform set version = ?, entry = ?::jsonb where code = ?", version, document, code);
        keep(code, version, document, by, at);
    }

    private void keep(String code, long version, String document, Actor by, Instant at) {
        sql.update(
                "insert into platform_version (code, version, entry, changed_at, changed_by, changed_by_party)"
                        + " values (?, ?, ?::jsonb, ?, ?, ?)",
                code,
                version,
                document,
                at,
                by.key(),
                by.party());
    }

    private PlatformView view(ResultSet row) throws SQLException {
        return new PlatformView(
                row.getString("code"),
                row.getLong("version"),
                entry(row),
                Sql.time(row, "changed_at"),
                Actor.shown(row.getString("changed_by_party"), row.getString("changed_by")));
    }

    private PlatformEntry entry(ResultSet row) throws SQLException {
        try {
            return json.readValue(row.getString("entry"), PlatformEntry.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry is stored as it was written", e);
        }
    }

    private String write(PlatformEntry entry) {
        try {
            return json.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry is plain values", e);
        }
    }
}
