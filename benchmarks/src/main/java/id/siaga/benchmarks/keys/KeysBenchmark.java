// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.keys;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.benchmarks.Benchmark;
import id.siaga.benchmarks.Options;
import id.siaga.benchmarks.measure.Median;
import id.siaga.benchmarks.measure.Verdict;
import id.siaga.intake.content.ContentKeys;
import id.siaga.intake.content.Reading;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code ./siaga bench keys}: content keys made in a second by one thread, of links as people posted them. Counted by the
 * processor time of that thread, so that whoever shares the machine does not count; by the clock as well.
 */
public final class KeysBenchmark implements Benchmark {

    private static final double BUDGET = 100_000;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final double NANOS_PER_SECOND = 1e9;

    private final Options options;
    private final PrintStream out;
    private final Path checkout;
    private final ContentKeys keys = new ContentKeys();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    /** Reads its links beside the checkout. */
    public KeysBenchmark(Options options, PrintStream out, Path checkout) {
        this.options = options;
        this.out = out;
        this.checkout = checkout;
    }

    @Override
    public List<Verdict> run() throws IOException {
        Links links = Links.near(checkout);
        out.printf(
                Locale.ROOT,
                "Content keys: JDK %s, one thread, %s, %d rounds of %d s%n",
                Runtime.version(),
                links.description(),
                options.rounds(),
                options.secondsOr(Options.TURN));
        long refused = links.urls().stream()
                .map(keys::ofUrl)
                .filter(Reading.Refused.class::isInstance)
                .count();
        work(links.urls(), WARM_UP);
        List<Double> byProcessor = new ArrayList<>();
        List<Double> byClock = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            long clock = System.nanoTime();
            long processor = threads.getCurrentThreadCpuTime();
            long made = work(links.urls(), Duration.ofSeconds(options.secondsOr(Options.TURN)));
            byProcessor.add(made * NANOS_PER_SECOND / (threads.getCurrentThreadCpuTime() - processor));
            byClock.add(made * NANOS_PER_SECOND / (System.nanoTime() - clock));
        }
        out.printf(
                Locale.ROOT,
                "  %d of %d links refused; by the clock %,.0f keys/s%n",
                refused,
                links.urls().size(),
                Median.of(byClock));
        Verdict verdict = Verdict.atLeast(BUDGET, "keys in a second of one processor", byProcessor);
        out.println(verdict.line());
        json.put("links", links.description()).put("refused", refused);
        byClock.forEach(json.putArray("byClock")::add);
        return List.of(verdict);
    }

    private long work(List<String> urls, Duration time) {
        long until = System.nanoTime() + time.toNanos();
        long made = 0;
        int seen = 0;
        while (System.nanoTime() < until) {
            for (String url : urls) {
                seen ^= keys.ofUrl(url).hashCode();
            }
            made += urls.size();
        }
        // Nothing that is looked at can be optimised away.
        json.put("seen", seen);
        return made;
    }

    @Override
    public ObjectNode json() {
        json.remove("seen");
        return json;
    }
}
