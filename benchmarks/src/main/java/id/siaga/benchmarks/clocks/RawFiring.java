// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.clocks;

import id.siaga.benchmarks.measure.Contestant;
import id.siaga.benchmarks.measure.Latency;
import id.siaga.benchmarks.measure.Sample;
import id.siaga.benchmarks.measure.Stopwatch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A loop that claims due clocks with SKIP LOCKED, and writes the rows that firing writes, of the same size: as many in one
 * transaction, on one connection, with statements that are prepared once.
 */
final class RawFiring implements Contestant, AutoCloseable {

    private static final int BATCH = 200;
    private static final byte[] HASH = new byte[32];

    private final ClockDatabase database;
    private final int batch;
    private final FiredRow fired;
    private final Connection connection;
    private final PreparedStatement claim;
    private final PreparedStatement clock;
    private final PreparedStatement number;
    private final PreparedStatement heads;
    private final PreparedStatement record;
    private final PreparedStatement head;
    private final PreparedStatement change;
    private final PreparedStatement outbox;

    /** @param fired what one firing of the service has written */
    RawFiring(ClockDatabase database, int batch, FiredRow fired) throws SQLException {
        this.database = database;
        this.batch = batch;
        this.fired = fired;
        connection = database.open();
        connection.setAutoCommit(false);
        // By the time at which the transaction began: one that may move on is no bound of an index, and a claim that
        // finds
        // nothing would read all that is pending.
        claim = connection.prepareStatement("""
                select c.id, c.order_id, c.case_id from clock c join orders o on o.id = c.order_id
                where c.state = 'RUNNING' and c.next_fire_at <= now() and c.order_id is not null
                order by c.next_fire_at limit ? for no key update of o, c skip locked""");
        clock = connection.prepareStatement(
                "update clock set fired = 50, next_fire_at = now() + interval '20 days', state = 'RUNNING' where id = ?");
        number = connection.prepareStatement("update orders set sequence = sequence + 1 where id = any (?)");
        heads = connection.prepareStatement(
                "select case_id, seq, hash from record_head where case_id = any (?) order by case_id for update");
        record = connection.prepareStatement("""
                insert into record (format, case_id, seq, at, party, act, body, prev_hash, hash)
                values (2, ?, ?, clock_timestamp(), 'siaga', 'clock-fired', ?, ?, ?)""");
        change = connection.prepareStatement("""
                insert into stream_event (kind, case_id, order_id, clock, percent, due_at, at)
                values ('clock', ?, ?, 'act-target', 50, clock_timestamp(), clock_timestamp())""");
        head = connection.prepareStatement("update record_head set seq = ?, hash = ? where case_id = ?");
        outbox = connection.prepareStatement(
                "insert into outbox (slot, event_id, topic, key, value, headers) values (?, ?, 'triage.order.v1', ?, ?, ?)");
    }

    @Override
    public String name() {
        return "loop: the same rows";
    }

    @Override
    public Sample work(Duration time) throws Exception {
        Stopwatch watch = new Stopwatch();
        long begun = System.nanoTime();
        long taken = 0;
        long done = 0;
        do {
            database.release(ClockDatabase.SCRATCH, batch);
            long released = System.nanoTime();
            for (int some = fire(); some > 0; some = fire()) {
                done += some;
            }
            watch.lap(released);
            taken += System.nanoTime() - released;
        } while (System.nanoTime() - begun < time.toNanos());
        return new Sample(done, Duration.ofNanos(taken), Latency.of(List.of(watch)));
    }

    private int fire() throws SQLException {
        List<UUID> clocks = new ArrayList<>();
        List<UUID> orders = new ArrayList<>();
        List<UUID> cases = new ArrayList<>();
        claim.setInt(1, BATCH);
        try (ResultSet row = claim.executeQuery()) {
            while (row.next()) {
                clocks.add(row.getObject(1, UUID.class));
                orders.add(row.getObject(2, UUID.class));
                cases.add(row.getObject(3, UUID.class));
            }
        }
        if (!clocks.isEmpty()) {
            write(clocks, orders, cases);
        }
        connection.commit();
        return clocks.size();
    }

    private void write(List<UUID> clocks, List<UUID> orders, List<UUID> cases) throws SQLException {
        for (UUID id : clocks) {
            clock.setObject(1, id);
            clock.addBatch();
        }
        clock.executeBatch();
        for (int i = 0; i < orders.size(); i++) {
            change.setObject(1, cases.get(i));
            change.setObject(2, orders.get(i));
            change.addBatch();
        }
        change.executeBatch();
        number.setArray(1, connection.createArrayOf("uuid", orders.toArray()));
        number.executeUpdate();
        for (UUID id : clocks) {
            outbox.setInt(1, Math.floorMod(id.hashCode(), 64));
            outbox.setObject(2, UUID.randomUUID());
            outbox.setBytes(3, HASH);
            outbox.setBytes(4, fired.event());
            outbox.setBytes(5, fired.headers());
            outbox.addBatch();
        }
        outbox.executeBatch();
        heads.setArray(1, connection.createArrayOf("uuid", cases.toArray()));
        try (ResultSet row = heads.executeQuery()) {
            while (row.next()) {
                UUID id = row.getObject(1, UUID.class);
                long next = row.getLong(2) + 1;
                record.setObject(1, id);
                record.setLong(2, next);
                record.setBytes(3, fired.entry());
                record.setBytes(4, row.getBytes(3));
                record.setBytes(5, HASH);
                record.addBatch();
                head.setLong(1, next);
                head.setBytes(2, Arrays.copyOf(HASH, HASH.length));
                head.setObject(3, id);
                head.addBatch();
            }
        }
        record.executeBatch();
        head.executeBatch();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
