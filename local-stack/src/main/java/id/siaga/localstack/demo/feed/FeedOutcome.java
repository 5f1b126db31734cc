// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.feed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of a reports file: each of its lines is accepted, refused with a reason, or listed as unanswered.
 *
 * @param accepted report ids, new ones and those that an earlier run had already sent
 * @param replayed how many of them the API knew from an earlier run
 * @param refusals line numbers by reason
 * @param supplemented lines that say again what an earlier one says, and were added to that one's report
 * @param unanswered lines to which no answer came, with what happened
 * @param notLinked accepted reports that were not seen linked
 * @param links the reference links that were sent along
 */
public record FeedOutcome(
        long lines,
        long blank,
        Set<String> accepted,
        int replayed,
        int supplemented,
        Map<String, List<Long>> refusals,
        List<String> unanswered,
        Set<String> notLinked,
        Set<String> links,
        Duration sending,
        Duration untilLinked) {

    public int refused() {
        return refusals.values().stream().mapToInt(List::size).sum();
    }

    public int linked() {
        return accepted.size() - notLinked.size();
    }

    public double acceptedPerSecond() {
        return perSecond(sending);
    }

    public double linkedPerSecond() {
        return perSecond(untilLinked);
    }

    public boolean clean() {
        return unanswered.isEmpty() && notLinked.isEmpty();
    }

    private double perSecond(Duration took) {
        return took.isZero() ? 0 : accepted.size() * 1000.0 / Math.max(1, took.toMillis());
    }
}
