// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.benchmarks.clocks.ClocksBenchmark;
import id.siaga.benchmarks.consume.ConsumeBenchmark;
import id.siaga.benchmarks.intake.ImportBenchmark;
import id.siaga.benchmarks.intake.IntakeBenchmark;
import id.siaga.benchmarks.intake.VisibleBenchmark;
import id.siaga.benchmarks.keys.KeysBenchmark;
import id.siaga.benchmarks.measure.Verdict;
import id.siaga.benchmarks.queue.QueueBenchmark;
import id.siaga.benchmarks.served.ServedBenchmark;
import id.siaga.benchmarks.start.NativeBenchmark;
import id.siaga.benchmarks.webhook.DeliverBenchmark;
import id.siaga.benchmarks.webhook.HangingBenchmark;
import id.siaga.benchmarks.webhook.PendingBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** {@code ./siaga bench}: one benchmark by its name, then its options. */
public final class Benchmarks {

    private static final int NOT_MET = 1;
    private static final int BROKEN_OFF = 3;

    private Benchmarks() {}

    /** Ends with 0 whatever was measured, with 1 when a budget is missed under {@code --strict}, with 3 on failure. */
    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try {
            Options options = Options.of(Arrays.copyOfRange(arguments, 1, arguments.length));
            Benchmark benchmark = of(arguments[0], options);
            List<Verdict> verdicts = benchmark.run();
            write(options, benchmark.json(), verdicts);
            return options.strict() && !verdicts.stream().allMatch(Verdict::met) ? NOT_MET : 0;
        } catch (Exception e) {
            System.err.println("siaga: the benchmark broke off: " + why(e));
            return BROKEN_OFF;
        }
    }

    private static String why(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null ? String.valueOf(e.getMessage()) : e.getMessage() + ": " + why(cause);
    }

    private static Benchmark of(String name, Options options) {
        return switch (name) {
            case "keys" -> new KeysBenchmark(options, System.out, Path.of(System.getProperty("siaga.root", "")));
            case "intake" -> new IntakeBenchmark(options, System.out);
            case "import" -> new ImportBenchmark(options, System.out);
            case "visible" -> new VisibleBenchmark(options, System.out);
            case "queue" -> new QueueBenchmark(options, System.out);
            case "consume" -> new ConsumeBenchmark(options, System.out);
            case "clocks" -> new ClocksBenchmark(options, System.out);
            case "deliver" -> new DeliverBenchmark(options, System.out);
            case "hanging" -> new HangingBenchmark(options, System.out);
            case "served" -> new ServedBenchmark(options, System.out);
            case "native" -> new NativeBenchmark(options, System.out);
            case "pending" -> new PendingBenchmark(options, System.out);
            default -> throw new IllegalArgumentException("there is no benchmark " + name);
        };
    }

    private static void write(Options options, ObjectNode numbers, List<Verdict> verdicts) throws IOException {
        if (options.json().isPresent()) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            all.set("numbers", numbers);
            verdicts.forEach(verdict -> all.withArray("verdicts").add(verdict.json()));
            Path file = options.json().get();
            Files.writeString(file, all.toPrettyString() + System.lineSeparator());
            System.out.println("the same as JSON: " + file);
        }
    }
}
