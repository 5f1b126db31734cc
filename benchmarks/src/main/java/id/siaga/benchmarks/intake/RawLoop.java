// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.intake;

import id.siaga.benchmarks.measure.Contestant;
import id.siaga.benchmarks.measure.Latency;
import id.siaga.benchmarks.measure.Sample;
import id.siaga.benchmarks.measure.Stopwatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that do nothing but write rows, each on a connection of its own, all rows of a report in one transaction. */
final class RawLoop implements Contestant, AutoCloseable {

    private final String name;
    private final List<RawClient> clients = new ArrayList<>();

    /** @param mark the word by which the report that has written these rows differs from others */
    RawLoop(String name, ReportDatabase database, List<WrittenRow> rows, String mark, int clients) throws SQLException {
        this.name = name;
        for (int i = 0; i < clients; i++) {
            Connection connection = database.openScratch();
            // A row alone needs no transaction around it, and is not charged for one.
            connection.setAutoCommit(rows.size() == 1);
            this.clients.add(new RawClient(connection, rows, mark));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Sample work(Duration time) throws Exception {
        long start = System.nanoTime();
        List<Stopwatch> watches = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
            List<Future<Stopwatch>> running = new ArrayList<>();
            clients.forEach(client -> running.add(threads.submit(() -> work(client, start + time.toNanos()))));
            for (Future<Stopwatch> one : running) {
                watches.add(one.get());
            }
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        long done = watches.stream().mapToLong(Stopwatch::count).sum();
        return new Sample(done, taken, Latency.of(watches));
    }

    private static Stopwatch work(RawClient client, long until) throws SQLException {
        Stopwatch watch = new Stopwatch();
        for (long now = System.nanoTime(); now < until; now = System.nanoTime()) {
            client.write();
            watch.lap(now);
        }
        return watch;
    }

    @Override
    public void close() throws SQLException {
        for (RawClient client : clients) {
            client.close();
        }
    }
}
