// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.machine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who uses the processors: this process, those of a stack, and everybody else. */
public final class Processors {

    /** This process, which makes the load. */
    public static final String OURSELVES = "load generator";

    /** The stack's work is done when all of it takes no more than this; polls and timers go on. */
    private static final double CORES_AT_REST = 0.15;

    private static final Duration LOOK = Duration.ofMillis(400);
    private static final int MOST_LOOKS = 60;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final Map<String, Long> parts;

    /** Looks at these processes, by the part's name, with the processes that they have started. */
    public Processors(Map<String, Long> parts) {
        this.parts = new TreeMap<>(parts);
    }

    /** What had been used at one moment: nanoseconds by process, since a process that ends takes its count with it. */
    public record Reading(long nanoTime, long own, Map<String, Map<Long, Long>> byPart) {}

    /** Begins to look. */
    public Reading read() {
        // What it says is the load since the last call.
        system.getCpuLoad();
        Map<String, Map<Long, Long>> byPart = new HashMap<>();
        parts.forEach((name, pid) -> byPart.put(name, nanosOf(pid)));
        return new Reading(System.nanoTime(), system.getProcessCpuTime(), byPart);
    }

    /** Who used how much since then. Only one look can be under way at a time. */
    public CpuUse since(Reading before) {
        double machine = system.getCpuLoad() * system.getAvailableProcessors();
        double elapsed = System.nanoTime() - before.nanoTime();
        Map<String, Double> cores = new LinkedHashMap<>();
        cores.put(OURSELVES, (system.getProcessCpuTime() - before.own()) / elapsed);
        parts.forEach((name, pid) -> {
            Map<Long, Long> earlier = before.byPart().getOrDefault(name, Map.of());
            long used = nanosOf(pid).entrySet().stream()
                    .mapToLong(now -> now.getValue() - earlier.getOrDefault(now.getKey(), 0L))
                    .sum();
            cores.put(name, used / elapsed);
        });
        return new CpuUse(cores, machine);
    }

    private static Map<Long, Long> nanosOf(long pid) {
        Map<Long, Long> nanos = new HashMap<>();
        ProcessHandle.of(pid).ifPresent(root -> Stream.concat(Stream.of(root), root.descendants())
                .forEach(process ->
                        process.info().totalCpuDuration().ifPresent(time -> nanos.put(process.pid(), time.toNanos()))));
        return nanos;
    }

    /** Returns when the parts have little left to do, or after half a minute at most. */
    public void awaitRest() throws InterruptedException {
        for (int look = 0; look < MOST_LOOKS; look++) {
            Reading before = read();
            Thread.sleep(LOOK);
            if (since(before).ours() < CORES_AT_REST) {
                return;
            }
        }
    }
}
