// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.consume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.benchmarks.Benchmark;
import id.siaga.benchmarks.Options;
import id.siaga.benchmarks.intake.ReportDatabase;
import id.siaga.benchmarks.intake.WrittenRow;
import id.siaga.benchmarks.machine.Processors;
import id.siaga.benchmarks.measure.Median;
import id.siaga.benchmarks.measure.Round;
import id.siaga.benchmarks.measure.Verdict;
import id.siaga.benchmarks.stack.MeasuredStack;
import id.siaga.localstack.client.Json;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code ./siaga bench consume}: reports that the desk links in a second, of a topic that is full of them, and a loop that
 * writes the same rows into the same PostgreSQL, round by round.
 */
public final class ConsumeBenchmark implements Benchmark {

    private static final double BUDGET = 3_000;
    private static final int REPORTS = 20_000;
    private static final double MICROS = 1e6;

    private final Options options;
    private final PrintStream out;
    private final ObjectNode json = Json.object();

    public ConsumeBenchmark(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Measures and prints. */
    @Override
    public List<Verdict> run() throws Exception {
        try (MeasuredStack stack = MeasuredStack.of(options, out, "triage-service");
                ReportsTopic topic = new ReportsTopic(stack.brokers(), Clock.systemUTC());
                LinkDatabase database = LinkDatabase.of(stack.database("triage"));
                ReportDatabase copies = ReportDatabase.of(stack.database("triage"), "reported_item.item_id")) {
            Linking service = new Linking(database, topic, REPORTS);
            long before = copies.count("reported_item");
            List<WrittenRow> rows = linkOne(copies, database, topic);
            out.printf(
                    Locale.ROOT,
                    "%nConsume: %s, %,d reports at once; the first of a content writes %s%n",
                    stack.describe("triage"),
                    REPORTS,
                    rows.stream().map(WrittenRow::table).toList());
            try (RawLinking loop = new RawLinking(copies, rows, topic.mark())) {
                Map<String, List<Round>> taken = stack.compare(loop, service);
                requireAllLinked(topic.made(), copies.count("reported_item") - before);
                return tell(
                        service,
                        taken.getOrDefault(service.name(), List.of()),
                        taken.getOrDefault(loop.name(), List.of()));
            }
        }
    }

    /** What one report writes, read while nobody can publish it. */
    private static List<WrittenRow> linkOne(ReportDatabase copies, LinkDatabase database, ReportsTopic topic)
            throws Exception {
        copies.holdRelay();
        new Linking(database, topic, 1).work(Duration.ZERO);
        List<WrittenRow> rows = copies.written(topic.mark());
        copies.letRelay();
        copies.makeScratch(rows);
        return rows;
    }

    private static void requireAllLinked(long published, long linked) {
        if (published != linked) {
            throw new IllegalStateException(
                    "%d reports were published, and %d are linked".formatted(published, linked));
        }
    }

    private List<Verdict> tell(Linking service, List<Round> linked, List<Round> loop) {
        for (Round round : linked) {
            out.println("  while linking: " + round.cpu());
        }
        out.printf(
                Locale.ROOT,
                "  when the last report was linked, at most %,d events were yet to be told%n",
                service.mostUntold());
        List<Double> rates = new ArrayList<>();
        linked.forEach(round -> rates.add(round.sample().rate()));
        Verdict rate = Verdict.atLeast(BUDGET, "reports linked in a second", rates);
        double micros =
                Median.of(linked.stream().map(ConsumeBenchmark::microsOfOne).toList());
        Verdict ratio = Verdict.ofRatio("reports linked / loop of the same rows", linked, loop, 0);
        out.println(rate.line());
        out.printf(
                Locale.ROOT,
                "  of what the loop writes: %.2f; processor time of one report: %.0f us, of which two processors take %,.0f/s%n",
                ratio.median(),
                micros,
                2 * MICROS / micros);
        rates.forEach(json.putArray("linked")::add);
        loop.forEach(round -> json.withArray("loop").add(round.sample().rate()));
        json.put("microsOfOne", micros).put("ofLoop", ratio.median()).put("mostUntold", service.mostUntold());
        return List.of(rate);
    }

    /** What the whole stack needs of a processor for one report. */
    private static double microsOfOne(Round round) {
        double cores = round.cpu().ours() - round.cpu().of(Processors.OURSELVES);
        return cores * MICROS / round.sample().rate();
    }

    @Override
    public ObjectNode json() {
        return json;
    }
}
