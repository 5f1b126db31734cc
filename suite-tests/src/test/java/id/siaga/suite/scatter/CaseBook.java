// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.scatter;

import id.siaga.localstack.Endpoints;
import id.siaga.suite.OwnedDatabase;
import java.sql.SQLException;
import java.util.List;

/** triage's database, read by its owner: what became of the scattered reports. */
final class CaseBook implements AutoCloseable {

    private static final String OURS = "select * from content where key like '" + ScatteredReports.KEYS + "%'";

    private final OwnedDatabase database;

    CaseBook(Endpoints.Database database) throws SQLException {
        this.database = OwnedDatabase.open(database);
    }

    /** How many of their items are linked. */
    long linked() throws SQLException {
        return database.number("select count(*) from reported_item i join (" + OURS + ") c on c.id = i.content_id");
    }

    /** How many entries of the records say that an item was linked, and of how many different items. */
    List<Long> entriesAndItems() throws SQLException {
        String entries = " from record where act = 'item-linked'";
        return List.of(
                database.number("select count(*)" + entries),
                database.number("select count(distinct convert_from(body, 'UTF8')::jsonb ->> 'item')" + entries));
    }

    long contents() throws SQLException {
        return database.number("select count(*) from (" + OURS + ") c");
    }

    /** Every case that was opened, whatever has become of it. */
    List<String> cases() throws SQLException {
        return database.texts("select id from case_file order by id");
    }

    /** Cases that have contents, whose number says whether two contents are in one. */
    long casesWithContents() throws SQLException {
        return database.number("select count(distinct case_id) from (" + OURS + ") c");
    }

    /** Items that are not in the case of their content. */
    long astray() throws SQLException {
        return database.number("select count(*) from reported_item i join (" + OURS
                + ") c on c.id = i.content_id where c.case_id <> i.case_id");
    }

    /** Contents whose items are not as many as there are reports of each, each by a party as often as by any other. */
    long uneven() throws SQLException {
        return database.number("select count(*) from (select from (" + OURS
                + ") c join reported_item i on i.content_id = c.id"
                + " group by c.id having count(*) <> " + ScatteredReports.REPORTS / ScatteredReports.CONTENTS
                + " or count(distinct i.party) <> "
                + Math.min(ScatteredReports.PARTIES, ScatteredReports.REPORTS / ScatteredReports.CONTENTS) + ") c");
    }

    /** Cases that moved into one which has not moved on itself: those that can come out again. */
    List<String> merged() throws SQLException {
        return database.texts(
                "select m.case_id from case_merge m join case_file into_case on into_case.id = m.into_case"
                        + " where m.split_at is null and into_case.status <> 'MERGED'");
    }

    /** How many events the relays have yet to publish. */
    long untold() throws SQLException {
        return database.number("select count(*) from outbox");
    }

    /** The numbers that the reports were told by, all of them together. */
    long told() throws SQLException {
        return database.number("select sum(link_version) from told_report");
    }

    /** How often PostgreSQL has broken a circle of waiting by letting one of them fail. */
    long deadlocks() throws SQLException {
        return database.number("select deadlocks from pg_stat_database where datname = current_database()");
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
