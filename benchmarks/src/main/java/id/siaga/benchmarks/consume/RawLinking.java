// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.consume;

import id.siaga.benchmarks.intake.ArrayValue;
import id.siaga.benchmarks.intake.Fresh;
import id.siaga.benchmarks.intake.ReportDatabase;
import id.siaga.benchmarks.intake.WrittenRow;
import id.siaga.benchmarks.measure.Contestant;
import id.siaga.benchmarks.measure.Latency;
import id.siaga.benchmarks.measure.Sample;
import id.siaga.benchmarks.measure.Stopwatch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A loop that writes the rows that the first report of a content writes, each once as they are in the end: as many reports
 * in one transaction, on one connection, with statements that are prepared once and whose rows travel together.
 */
final class RawLinking implements Contestant, AutoCloseable {

    private static final int BATCH = 1_000;
    private static final String DIGEST = "key_digest";

    private final Connection connection;
    private final String mark;
    private final List<WrittenRow> rows;
    private final List<PreparedStatement> inserts = new ArrayList<>();
    private int written;

    /** @param mark the word by which the report that has written these rows differs from others */
    RawLinking(ReportDatabase database, List<WrittenRow> rows, String mark) throws SQLException {
        this.connection = database.openScratch("&reWriteBatchedInserts=true");
        this.connection.setAutoCommit(false);
        this.mark = mark;
        this.rows = List.copyOf(rows);
        for (WrittenRow row : rows) {
            inserts.add(connection.prepareStatement(row.insert()));
        }
    }

    @Override
    public String name() {
        return "loop: the same rows";
    }

    @Override
    public Sample work(Duration time) throws SQLException {
        Stopwatch watch = new Stopwatch();
        long begun = System.nanoTime();
        long done = 0;
        do {
            long start = System.nanoTime();
            write();
            watch.lap(start);
            done += BATCH;
        } while (System.nanoTime() - begun < time.toNanos());
        return new Sample(done, Duration.ofNanos(System.nanoTime() - begun), Latency.of(List.of(watch)));
    }

    private void write() throws SQLException {
        List<Fresh> reports = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            written++;
            reports.add(new Fresh(mark, mark + written));
        }
        for (int i = 0; i < rows.size(); i++) {
            PreparedStatement insert = inserts.get(i);
            for (Fresh report : reports) {
                bind(insert, rows.get(i), report);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    private void bind(PreparedStatement insert, WrittenRow row, Fresh report) throws SQLException {
        for (int i = 0; i < row.values().size(); i++) {
            Object value = row.values().get(i);
            if (value instanceof ArrayValue array) {
                insert.setArray(i + 1, array.on(connection));
            } else if (row.columns().get(i).equals(DIGEST)) {
                insert.setBytes(i + 1, digest());
            } else {
                insert.setObject(i + 1, report.of(value));
            }
        }
    }

    private static byte[] digest() {
        byte[] digest = new byte[32];
        ThreadLocalRandom.current().nextBytes(digest);
        return digest;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
