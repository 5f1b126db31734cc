// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.benchmarks.Benchmark;
import id.siaga.benchmarks.Options;
import id.siaga.benchmarks.machine.ServiceProcess;
import id.siaga.benchmarks.measure.Verdict;
import id.siaga.localstack.LocalStack;
import id.siaga.localstack.ServiceOptions;
import id.siaga.localstack.StackOptions;
import id.siaga.localstack.client.Identity;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.client.Suite;
import id.siaga.localstack.client.Tokens;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * {@code ./siaga bench import}: an import that is long enough to show what it holds in memory, whose service is killed in
 * the middle of it; then the same lines again under the same key, and every line counted, in the answer and in the
 * database.
 */
public final class ImportBenchmark implements Benchmark {

    private static final String SERVICE = "intake-service";
    private static final int HEAP_BUDGET_MIB = 512;
    private static final double MILLION = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final Duration GLANCE = Duration.ofMillis(200);

    private final Options options;
    private final PrintStream out;
    private final ObjectNode json = Json.object();

    public ImportBenchmark(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Imports, kills, imports again; an exception says which line was lost or taken twice. */
    @Override
    public List<Verdict> run() throws Exception {
        StackOptions wanted = StackOptions.ofThisCheckout()
                .withFreshData(options.fresh())
                .withServices(new ServiceOptions(List.of(SERVICE), true, IntakeBenchmark.UNLIMITED))
                .withProgress(out::println);
        Path answer = Files.createTempFile("siaga-import", ".ndjson");
        try (LocalStack stack = LocalStack.start(wanted);
                HttpClient http = HttpClient.newHttpClient();
                ReportDatabase database = ReportDatabase.of(
                        Objects.requireNonNull(
                                stack.endpoints().postgres().databases().get("intake")),
                        "report.id")) {
            Suite suite = Suite.read(stack.endpointsFile());
            Identity sender = suite.identity(SampleReport.PARTY);
            Tokens tokens = new Tokens(suite.tokenEndpoint(), http, Clock.systemUTC());
            URI door = suite.resolve(Service.INTAKE, "/v1/reports/imports");
            ImportCall call = new ImportCall(http, door, () -> tokens.bearer(sender, Service.INTAKE), answer);
            measure(call, database, new ServiceProcess(wanted.data(), SERVICE), http);
            ImportAnswer.read(answer).requireOneReportEach(options.lines());
            out.printf(Locale.ROOT, "  each line has one answer and one report%n");
            return List.of();
        } finally {
            Files.deleteIfExists(answer);
        }
    }

    @Override
    public ObjectNode json() {
        return json;
    }

    private void measure(ImportCall call, ReportDatabase database, ServiceProcess service, HttpClient http)
            throws Exception {
        ImportedLines lines = new ImportedLines(options.lines());
        int heap = service.heapMiB();
        if (heap >= HEAP_BUDGET_MIB) {
            throw new IllegalStateException(
                    "%s has a heap of %d MiB: it shows nothing about %d".formatted(SERVICE, heap, HEAP_BUDGET_MIB));
        }
        long reports = database.count("report");
        long items = database.count("report_item");
        out.printf(
                Locale.ROOT,
                "%nImport of %,d lines, %,.0f MB, into a service with %d MiB of heap%n",
                lines.count(),
                lines.bytes() / MILLION,
                heap);
        json.put("lines", lines.count()).put("bytes", lines.bytes()).put("heapMiB", heap);

        long began = System.nanoTime();
        breakOff(call, lines, database, service);
        long taken = database.count("import_line");
        out.printf(Locale.ROOT, "  kill -9 after %.1f s; %,d lines were taken%n", seconds("untilKilled", began), taken);
        json.put("takenUntilKilled", taken);
        service.awaitReplacement(http);

        long resumed = System.nanoTime();
        call.send(lines);
        out.printf(Locale.ROOT, "  the same lines again: answered after %.1f s%n", seconds("again", resumed));
        peak("peakMiBAgain", service);
        requireRows("report", database.count("report") - reports, lines.count());
        requireRows("report_item", database.count("report_item") - items, lines.count());
        requireRows("import_line", database.count("import_line"), lines.count());
    }

    /** Sends, and kills the service when half of it is taken. */
    private void breakOff(ImportCall call, ImportedLines lines, ReportDatabase database, ServiceProcess service)
            throws Exception {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Void> sending = thread.submit(() -> {
                call.send(lines);
                return null;
            });
            while (!sending.isDone() && database.count("import_line") < lines.count() / 2) {
                Thread.sleep(GLANCE);
            }
            if (sending.isDone()) {
                sending.get();
                throw new IllegalStateException("The import was over before anybody could kill the service");
            }
            peak("peakMiBUntilKilled", service);
            service.kill();
            requireBroken(sending);
        }
    }

    private static void requireBroken(Future<Void> sending) throws InterruptedException {
        try {
            sending.get();
        } catch (ExecutionException broken) {
            return;
        }
        throw new IllegalStateException("The import was answered although its service was killed");
    }

    private void peak(String name, ServiceProcess service) throws IOException {
        OptionalDouble peak = service.peakMiB();
        peak.ifPresent(mib -> {
            json.put(name, mib);
            out.printf(Locale.ROOT, "  the most memory that its process had, heap and all else: %.0f MiB%n", mib);
        });
    }

    private double seconds(String name, long since) {
        double seconds = (System.nanoTime() - since) / NANOS_PER_SECOND;
        json.put(name + "Seconds", seconds);
        return seconds;
    }

    private static void requireRows(String table, long rows, int lines) throws SQLException {
        if (rows != lines) {
            throw new SQLException("%,d lines have left %,d rows in %s".formatted(lines, rows, table));
        }
    }
}
