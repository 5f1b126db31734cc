// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up what was counted about one key, day by day. */
final class Tally {

    private static final double MEDIAN = 0.5;
    private static final double P95 = 0.95;

    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final Map<Length, SortedMap<Integer, Long>> lengths = new EnumMap<>(Length.class);

    void add(Counting counting) {
        Optional<Length> length = length(counting.measure());
        if (length.isPresent()) {
            lengths.computeIfAbsent(length.get(), name -> new TreeMap<>())
                    .merge(counting.bucket(), counting.count(), Long::sum);
        } else {
            counts.merge(Count.valueOf(counting.measure()), counting.count(), Long::sum);
        }
    }

    private static Optional<Length> length(String measure) {
        return Arrays.stream(Length.values())
                .filter(length -> length.name().equals(measure))
                .findFirst();
    }

    Statistics.Row row(String key) {
        return new Statistics.Row(
                key,
                counts.entrySet().stream()
                        .map(entry -> new Statistics.Counted(entry.getKey(), entry.getValue()))
                        .toList(),
                shares(),
                lengths.entrySet().stream()
                        .map(entry -> lasted(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private List<Statistics.Shared> shares() {
        return Arrays.stream(Share.values())
                .filter(share -> whole(share) > 0)
                .map(share -> new Statistics.Shared(share, (double) count(share.part()) / whole(share)))
                .toList();
    }

    private long whole(Share share) {
        return share.whole().stream().mapToLong(this::count).sum();
    }

    private long count(Count name) {
        return counts.getOrDefault(name, 0L);
    }

    private static Statistics.Lasted lasted(Length name, SortedMap<Integer, Long> buckets) {
        long count = buckets.values().stream().mapToLong(Long::longValue).sum();
        return new Statistics.Lasted(name, count, at(MEDIAN, buckets, count), at(P95, buckets, count));
    }

    /** The shortest length than which this share of all took no longer. */
    private static double at(double share, SortedMap<Integer, Long> buckets, long count) {
        long rank = (long) Math.ceil(share * count);
        long passed = 0;
        for (Map.Entry<Integer, Long> bucket : buckets.entrySet()) {
            passed += bucket.getValue();
            if (passed >= rank) {
                return Length.seconds(bucket.getKey());
            }
        }
        throw new IllegalStateException("The share of something is within it");
    }
}
