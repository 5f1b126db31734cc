// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.intake;

import id.siaga.localstack.Endpoints;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service's database, seen by its owner: what a report has written there, and the same tables once more, empty, in a
 * schema of our own.
 */
public final class ReportDatabase implements AutoCloseable {

    private static final String SCRATCH = "benchmark";

    /** The relay's own lock class and number of shards: whoever holds these is the only relay. */
    private static final int LOCK_CLASS = 0x51A6A;

    private static final int SHARDS = 2;

    private final Endpoints.Database database;
    private final String key;
    private final Connection connection;

    private ReportDatabase(Endpoints.Database database, String key, Connection connection) {
        this.database = database;
        this.key = key;
        this.connection = connection;
    }

    /**
     * Sees a database as its owner does.
     *
     * @param key of the table that has one row for each report, as table.column: a UUID in the order of time
     */
    public static ReportDatabase of(Endpoints.Database database, String key) throws SQLException {
        return new ReportDatabase(
                database, key, DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword()));
    }

    /** Whatever somebody else writes to the outbox stays there until {@link #letRelay()}. */
    public void holdRelay() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_lock(?, ?)")) {
            for (int shard = 0; shard < SHARDS; shard++) {
                lock.setInt(1, LOCK_CLASS);
                lock.setInt(2, shard);
                lock.execute();
            }
        }
    }

    public void letRelay() throws SQLException {
        execute("SELECT pg_advisory_unlock_all()");
    }

    /** Every row that the transaction of the last report has written, parents before children. */
    public List<WrittenRow> written(String mark) throws SQLException {
        List<WrittenRow> rows = new ArrayList<>();
        for (String table : tables()) {
            List<String> columns = columns(table);
            try (Statement query = connection.createStatement();
                    ResultSet row = query.executeQuery("""
                            SELECT %s FROM %s WHERE xmin = (SELECT xmin FROM %s ORDER BY %s DESC LIMIT 1)""".formatted(
                                    String.join(", ", columns), table, key.substring(0, key.indexOf('.')), key))) {
                while (row.next()) {
                    WrittenRow one = new WrittenRow(table, columns, values(row, columns.size()));
                    if (one.isAbout(mark)) {
                        rows.add(one);
                    }
                }
            }
        }
        return rows;
    }

    private static List<@Nullable Object> values(ResultSet row, int columns) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            Object value = row.getObject(i);
            values.add(value instanceof Array array ? new ArrayValue(array) : value);
        }
        return values;
    }

    /** In the order in which they were made: a table refers to earlier ones. */
    private List<String> tables() throws SQLException {
        return strings("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
                + " AND relname <> 'flyway_schema_history' ORDER BY oid");
    }

    private List<String> columns(String table) throws SQLException {
        return strings("SELECT attname FROM pg_attribute WHERE attrelid = 'public.%s'::regclass AND attnum > 0"
                        .formatted(table)
                + " AND NOT attisdropped AND attidentity = '' AND attgenerated = '' ORDER BY attnum");
    }

    /** Makes empty tables with all that the originals have, for the rows to be written to. */
    public void makeScratch(List<WrittenRow> rows) throws SQLException {
        Set<String> tables = new LinkedHashSet<>();
        rows.forEach(row -> tables.add(row.table()));
        execute("DROP SCHEMA IF EXISTS " + SCRATCH + " CASCADE");
        execute("CREATE SCHEMA " + SCRATCH);
        for (String table : tables) {
            execute("CREATE TABLE %1$s.%2$s (LIKE public.%2$s INCLUDING ALL)".formatted(SCRATCH, table));
            for (String option : strings(
                    "SELECT unnest(reloptions) FROM pg_class WHERE oid = 'public.%s'::regclass".formatted(table))) {
                execute("ALTER TABLE %s.%s SET (%s)".formatted(SCRATCH, table, option));
            }
            List<String> references = strings("SELECT pg_get_constraintdef(oid) FROM pg_constraint"
                    + " WHERE contype = 'f' AND conrelid = 'public.%s'::regclass".formatted(table));
            // Written without schema, what a reference says is a table of ours where there is one.
            execute("SET search_path = " + SCRATCH + ", public");
            for (String reference : references) {
                execute("ALTER TABLE %s.%s ADD %s".formatted(SCRATCH, table, reference));
            }
            execute("SET search_path = public");
        }
    }

    /** A connection on which a table is the scratch one. */
    public Connection openScratch() throws SQLException {
        return openScratch("");
    }

    /**
     * The same with a driver that is told more.
     *
     * @param settings each with an ampersand before it
     */
    public Connection openScratch(String settings) throws SQLException {
        return DriverManager.getConnection(
                database.url() + "?currentSchema=" + SCRATCH + settings, database.owner(), database.ownerPassword());
    }

    /** How many rows a table of the service has. */
    public long count(String table) throws SQLException {
        return Long.parseLong(one("SELECT count(*) FROM public." + table));
    }

    /** What the server says of a setting. */
    public String setting(String name) throws SQLException {
        return one("SHOW " + name);
    }

    private String one(String query) throws SQLException {
        return strings(query).getFirst();
    }

    private List<String> strings(String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                strings.add(row.getString(1));
            }
        }
        return strings;
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
