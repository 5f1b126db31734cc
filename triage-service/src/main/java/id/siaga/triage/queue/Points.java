// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What one reason counts. A point is worth a quarter of an hour of waiting: whoever has n of them is looked at as if it had
 * waited n quarters longer, so that an order once found never changes by itself.
 *
 * @param reason why
 * @param points how many; less than 0 for reporters that the desk seldom agrees with
 */
public record Points(PointsFor reason, int points) {

    /** What a point is worth. */
    static final Duration WORTH = Duration.ofMinutes(15);

    /** 31 days. */
    private static final int URGENT = 3000;

    private static final int LIVE_STREAM = 1000;
    private static final int THREAT_TO_LIFE = 1000;

    /** Two days. */
    private static final int ELECTION = 200;

    /** Five hours for each further party, and not more than a day. */
    private static final int FURTHER_REPORTER = 20;

    private static final int REPORTERS = 100;

    /** Ten hours, either way. */
    private static final int RECORD = 40;

    /**
     * What is known of a case.
     *
     * @param reporters how many parties stand by it
     * @param record the best reporter's record, from -1 (never right) to 1 (always right); 0 when nothing is known
     */
    record Facts(
            boolean urgent,
            boolean liveStream,
            boolean threatToLife,
            boolean election,
            long reporters,
            double record) {}

    /** All that counts for a case but its age; what counts nothing is left out. */
    static List<Points> of(Facts facts) {
        List<Points> points = new ArrayList<>();
        add(points, PointsFor.URGENT, facts.urgent() ? URGENT : 0);
        add(points, PointsFor.LIVE_STREAM, facts.liveStream() ? LIVE_STREAM : 0);
        add(points, PointsFor.THREAT_TO_LIFE, facts.threatToLife() ? THREAT_TO_LIFE : 0);
        add(points, PointsFor.ELECTION, facts.election() ? ELECTION : 0);
        add(
                points,
                PointsFor.REPORTERS,
                Math.toIntExact(Math.clamp((facts.reporters() - 1) * FURTHER_REPORTER, 0, REPORTERS)));
        add(points, PointsFor.REPORTER_RECORD, Math.toIntExact(Math.round(facts.record() * RECORD)));
        return points;
    }

    private static void add(List<Points> points, PointsFor reason, int count) {
        if (count != 0) {
            points.add(new Points(reason, count));
        }
    }

    /** What a case counts by its age. */
    static Points age(Instant openedAt, Instant now) {
        long quarters = Duration.between(openedAt, now).dividedBy(WORTH);
        return new Points(PointsFor.AGE, Math.toIntExact(Math.clamp(quarters, 0, Integer.MAX_VALUE)));
    }

    /** All of them together. */
    public static int sum(List<Points> points) {
        return points.stream().mapToInt(Points::points).sum();
    }
}
