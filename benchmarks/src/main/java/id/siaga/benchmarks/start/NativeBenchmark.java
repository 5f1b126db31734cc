// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.start;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.benchmarks.Benchmark;
import id.siaga.benchmarks.Options;
import id.siaga.benchmarks.measure.Median;
import id.siaga.benchmarks.measure.Verdict;
import id.siaga.benchmarks.stack.MeasuredStack;
import id.siaga.localstack.Replica;
import id.siaga.localstack.client.Json;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** {@code ./siaga bench native}: how soon each native service is ready, and what it takes while nothing happens. */
public final class NativeBenchmark implements Benchmark {

    private static final List<String> SERVICES = List.of("intake-service", "triage-service", "notification-service");
    private static final double START_MILLIS = 500;
    private static final double RESIDENT_MIB = 150;
    private static final int IDLE_SECONDS = 15;

    private final Options options;
    private final PrintStream out;
    private final ObjectNode json = Json.object();

    public NativeBenchmark(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Starts one more process of each service, again and again, beside the first, which has migrated the database. */
    @Override
    public List<Verdict> run() throws Exception {
        List<Verdict> verdicts = new ArrayList<>();
        try (MeasuredStack stack = MeasuredStack.of(options, out, SERVICES.toArray(String[]::new))) {
            out.println();
            for (String service : SERVICES) {
                List<Start> starts = starts(stack, service);
                told(service, starts);
                verdicts.addAll(judge(service, starts));
            }
        }
        out.println();
        verdicts.forEach(verdict -> out.println(verdict.line()));
        return verdicts;
    }

    private List<Start> starts(MeasuredStack stack, String service) throws Exception {
        List<Start> starts = new ArrayList<>();
        for (int round = 0; round < options.rounds(); round++) {
            stack.processors().awaitRest();
            starts.add(start(stack, service));
            out.println(starts.getLast().told(service));
        }
        return starts;
    }

    private Start start(MeasuredStack stack, String service) throws Exception {
        Replica replica = stack.replicate(service, service + "-measured");
        try {
            Thread.sleep(Duration.ofSeconds(options.secondsOr(IDLE_SECONDS)));
            return new Start(replica.toReady(), Memory.of(replica.process()));
        } finally {
            replica.process().destroy();
            replica.process().waitFor();
        }
    }

    private void told(String name, List<Start> starts) {
        json.putObject(name)
                .put("startMs", Median.of(millis(starts)))
                .put("residentMiB", Median.of(resident(starts)))
                .put("ownMiB", Median.of(each(starts, start -> start.idle().ownMiB())));
    }

    private static List<Verdict> judge(String service, List<Start> starts) {
        return List.of(
                Verdict.atMost(START_MILLIS, service + ": ms from start to ready", millis(starts)),
                Verdict.atMost(RESIDENT_MIB, service + ": MiB resident when idle", resident(starts)));
    }

    private static List<Double> millis(List<Start> starts) {
        return each(starts, Start::millis);
    }

    private static List<Double> resident(List<Start> starts) {
        return each(starts, start -> start.idle().residentMiB());
    }

    private static List<Double> each(List<Start> starts, ToDoubleFunction<Start> number) {
        return starts.stream().mapToDouble(number).boxed().toList();
    }

    @Override
    public ObjectNode json() {
        return json;
    }

    private record Start(Duration toReady, Memory idle) {

        double millis() {
            return toReady.toMillis();
        }

        String told(String service) {
            return String.format(
                    Locale.ROOT,
                    "%s was ready after %d ms, has %.0f MiB resident, %.0f of them its own",
                    service,
                    toReady.toMillis(),
                    idle.residentMiB(),
                    idle.ownMiB());
        }
    }
}
