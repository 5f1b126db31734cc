// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.served;

import id.siaga.localstack.Endpoints;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Decisions that wait for their approval, as many as somebody wants: copies of one that was proposed by the API, with its case,
 * its content, its report and its record, each with ids and a content of its own, also where those of another run were kept.
 */
final class Proposals implements AutoCloseable {

    /** What belongs to a case whose decision is proposed; parents before children. */
    private static final List<String> TABLES = List.of(
            "case_file",
            "content",
            "reported_item",
            "case_flag",
            "decision",
            "record_head",
            "record",
            "record_text",
            "clock");

    private final Connection connection;
    private final UUID decision;
    private int made;

    private Proposals(Connection connection, UUID decision) {
        this.connection = connection;
        this.decision = decision;
    }

    /**
     * Takes one for the pattern of all others.
     *
     * @param video the id of the video that it is about
     */
    static Proposals like(Endpoints.Database database, UUID caseId, UUID decision, String video) throws SQLException {
        Proposals proposals = new Proposals(
                DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword()), decision);
        proposals.take(caseId, video);
        return proposals;
    }

    private void take(UUID caseId, String video) throws SQLException {
        execute("drop schema if exists benchmark cascade");
        execute("create schema benchmark");
        execute("create table benchmark.word (old text)");
        for (String table : TABLES) {
            String mine = (table.equals("case_file") ? "id" : "case_id") + " = '" + caseId + "'";
            execute("create table benchmark.%1$s as select to_jsonb(t) as pattern from %1$s t where %2$s"
                    .formatted(table, mine));
            for (String column : uuids(table)) {
                execute(
                        "insert into benchmark.word select distinct %2$s::text from %1$s where %3$s and %2$s is not null"
                                .formatted(table, column, mine));
            }
        }
        execute("""
                create function benchmark.other(pattern jsonb, n integer) returns jsonb language plpgsql stable as $$
                declare
                    copy text := replace(pattern::text, '%s', left(md5('%s:' || n), 11));
                    word text;
                begin
                    for word in select distinct old from benchmark.word loop
                        copy := replace(copy, word, md5(word || ':' || n)::uuid::text);
                    end loop;
                    return case when pattern ? 'key_digest' then jsonb_set(copy::jsonb, '{key_digest}', to_jsonb('\\x' ||
                        encode(sha256(convert_to(copy::jsonb ->> 'key', 'UTF8')), 'hex'))) else copy::jsonb end;
                end $$""".formatted(video, decision));
    }

    /** Makes as many more, and returns their ids. */
    List<UUID> make(int count) throws SQLException {
        connection.setAutoCommit(false);
        for (String table : TABLES) {
            String columns = String.join(", ", written(table));
            execute("""
                    insert into %1$s (%2$s) overriding system value
                    select %2$s from generate_series(%3$d, %4$d) as n, benchmark.%1$s as s,
                           jsonb_populate_record(null::public.%1$s, benchmark.other(s.pattern, n))""".formatted(table, columns, made + 1, made + count));
        }
        connection.commit();
        connection.setAutoCommit(true);
        List<UUID> ids = new ArrayList<>();
        try (PreparedStatement query =
                connection.prepareStatement("select md5(? || ':' || n)::uuid from generate_series(?, ?) as n")) {
            query.setString(1, decision.toString());
            query.setInt(2, made + 1);
            query.setInt(3, made + count);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
        }
        made += count;
        execute("analyze");
        return ids;
    }

    private List<String> uuids(String table) throws SQLException {
        return columns(table, "data_type = 'uuid'");
    }

    private List<String> written(String table) throws SQLException {
        return columns(table, "is_generated = 'NEVER' and is_identity = 'NO'");
    }

    private List<String> columns(String table, String condition) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("select column_name from information_schema.columns"
                + " where table_schema = 'public' and table_name = ? and " + condition
                + " order by ordinal_position")) {
            query.setString(1, table);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    columns.add(row.getString(1));
                }
            }
        }
        return columns;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
