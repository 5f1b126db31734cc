// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content.alias;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keys as they were stored with items, and how far the run has come that reads them again. Plain SQL on the table of
 * submissions, of which this reads four columns: submission needs the keys of this feature, and must not be needed back.
 */
@ApplicationScoped
class StoredKeys {

    /** One item; exactly one of url and text is there. */
    record Item(
            UUID id,
            String key,
            @Nullable String url,
            @Nullable String text) {}

    private final DataSource database;

    StoredKeys(DataSource database) {
        this.database = database;
    }

    /** Begins a run, or goes on with one of the same rules that did not end. */
    void begin(int ruleVersion, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement begin = connection.prepareStatement(
                        "INSERT INTO rekey_run AS run (rule_version, started_at) VALUES (?, ?) ON CONFLICT (rule_version)"
                                + " DO UPDATE SET last_item = NULL, items = 0, differing = 0, refused = 0, aliases = 0,"
                                + " started_at = excluded.started_at, finished_at = NULL"
                                + " WHERE run.finished_at IS NOT NULL")) {
            begin.setInt(1, ruleVersion);
            begin.setTimestamp(2, Timestamp.from(now));
            begin.executeUpdate();
        } catch (SQLException e) {
            throw new AliasesUnavailable(e);
        }
    }

    /** The next items of older rules, in the order in which they were reported. */
    List<Item> next(int ruleVersion, int most) {
        List<Item> items = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT item.id, item.content_key, item.url, item.text FROM report_item item WHERE item.rule_version < ?"
                                + " AND item.id > coalesce((SELECT last_item FROM rekey_run WHERE rule_version = ?),"
                                + " '00000000-0000-0000-0000-000000000000') ORDER BY item.id LIMIT ?")) {
            select.setInt(1, ruleVersion);
            select.setInt(2, ruleVersion);
            select.setInt(3, most);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    items.add(new Item(
                            rows.getObject(1, UUID.class), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
        } catch (SQLException e) {
            throw new AliasesUnavailable(e);
        }
        return items;
    }

    /** Keeps what a batch did, and after which item the next one begins. */
    void advance(RekeyCounts batch, UUID lastItem) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE rekey_run SET last_item = ?, items = items + ?, differing = differing + ?,"
                                + " refused = refused + ?, aliases = aliases + ? WHERE rule_version = ?")) {
            update.setObject(1, lastItem);
            update.setLong(2, batch.items());
            update.setLong(3, batch.differing());
            update.setLong(4, batch.refused());
            update.setLong(5, batch.aliases());
            update.setInt(6, batch.ruleVersion());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new AliasesUnavailable(e);
        }
    }

    /** Ends the run and tells what it did, whoever began it. */
    RekeyCounts finish(int ruleVersion, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE rekey_run SET finished_at = ? WHERE rule_version = ?"
                                + " RETURNING items, differing, refused, aliases")) {
            update.setTimestamp(1, Timestamp.from(now));
            update.setInt(2, ruleVersion);
            try (ResultSet row = update.executeQuery()) {
                row.next();
                return new RekeyCounts(ruleVersion, row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
            }
        } catch (SQLException e) {
            throw new AliasesUnavailable(e);
        }
    }

    /** Which of some keys was reported first; the first of them when none was. */
    String firstReported(List<String> keys) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT content_key FROM report_item WHERE content_key = ANY (?) ORDER BY id LIMIT 1")) {
            select.setArray(1, connection.createArrayOf("text", keys.toArray()));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : keys.getFirst();
            }
        } catch (SQLException e) {
            throw new AliasesUnavailable(e);
        }
    }
}
