// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.queue;

import id.siaga.localstack.Endpoints;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** triage's database with as many cases as somebody wants to see in a queue, written by its owner. */
final class FullQueue {

    private FullQueue() {}

    /**
     * Cases of a year, each with a content and a report of one of some hundred parties: nine in ten on four platforms, one in a
     * thousand on LINE; one in ten flagged; half of them still new. Of each list that can be asked for there is a long one, and
     * one of a thousand cases.
     */
    static void of(Endpoints.Database database, int cases) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword());
                Statement sql = connection.createStatement()) {
            sql.execute("set synchronous_commit = off");
            sql.execute("""
                    create temporary table made as
                    select n, uuidv7() as case_id, uuidv7() as content_id, uuidv7() as report_id, uuidv7() as item_id,
                           now() - (%1$d - n) * interval '30 seconds' as at,
                           case when n %% 1000 = 0 then 'line' when n %% 10 = 0 then 'telegram'
                                else (array['youtube', 'tiktok', 'facebook', 'x'])[1 + n %% 4] end as platform,
                           case when n %% 1000 = 1 then 'extortion'
                                else (array['hoax', 'fraud', 'gambling', 'hate-speech', 'election-hoax', 'pornography'])
                                     [1 + n %% 6] end as category,
                           case when n %% 1000 = 2 then 'ID-PT'
                                else (array['ID-JB', 'ID-JT', 'ID-JI', 'ID-JK', 'ID-SU', 'ID-BA', 'ID-PD'])[1 + n %% 7] end
                               as region
                    from generate_series(1, %1$d) as n""".formatted(cases));
            sql.execute("""
                    insert into case_file (id, status, progress, category, urgent, election, headline, opened_at, points,
                                           queued_as_of, sequence, version)
                    select case_id, case when n % 2 = 0 then 'NEW' else 'IN_REVIEW' end,
                           case when n % 2 = 0 then 'LINKED' else 'IN_REVIEW' end, category, n % 50 = 0, false,
                           'Somebody says that this is so, and it is not', at,
                           '[{"reason": "REPORTERS", "points": 2}]', at - (n % 400) * interval '15 minutes', 1, 0
                    from made""");
            sql.execute("""
                    insert into content (id, key, key_digest, case_id, platform, kind, rule_version, url, first_reported_at,
                                         last_reported_at)
                    select content_id, platform || ':video:' || n, sha256(n::text::bytea), case_id, platform, 'video', 2,
                           'https://example.org/' || n, at, at
                    from made""");
            sql.execute("""
                    insert into reported_item (item_id, report_id, item_number, case_id, content_id, party, category,
                                               statement_of_reasons, region, live_stream, refs, submitted_at, linked_at)
                    select item_id, report_id, 1, case_id, content_id, 'party-' || n % 100, category,
                           'Somebody says that this is so, and it is not', region, false, '[]', at, at
                    from made""");
            sql.execute("""
                    insert into case_flag (case_id, flag, raised_by, raised_at)
                    select case_id, case when n % 1000 = 0 then 'satire' else 'politicalSpeech' end, 'party-1', at
                    from made where n % 10 = 0""");
            sql.execute("vacuum analyze");
        }
    }
}
