// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A clock has reached one of its marks.
 *
 * @param subjectId the order, case, decision or appeal that it runs for, as its kind says
 * @param countedFrom from where its marks are shares of the time to its due
 * @param percent 50, 80 or 100
 * @param plannedAt when it should have been noticed
 */
public record Firing(
        UUID clockId,
        ClockKind kind,
        UUID subjectId,
        UUID caseId,
        Instant countedFrom,
        Instant dueAt,
        int percent,
        Instant plannedAt) {

    static final int WHOLE = 100;
    private static final int[] MARKS = {50, 80, WHOLE};

    /** In hundredths of the time. */
    static List<Integer> marks() {
        return Arrays.stream(MARKS).boxed().toList();
    }

    /** The mark after this one; the whole is the last. */
    static int after(int percent) {
        return Arrays.stream(MARKS).filter(mark -> mark > percent).findFirst().orElse(WHOLE);
    }

    /** When this much of the time has passed. */
    static Instant at(Instant from, Instant due, int percent) {
        return from.plus(Duration.between(from, due).multipliedBy(percent).dividedBy(WHOLE));
    }

    /** When it is to be noticed again, unless the time is over. */
    Instant next() {
        return at(countedFrom, dueAt, after(percent));
    }

    /** Whether the time is over. */
    public boolean last() {
        return percent == WHOLE;
    }

    /**
     * The order that it runs for.
     *
     * @throws IllegalStateException when it runs for something else
     */
    public UUID orderId() {
        if (!kind.ofOrder()) {
            throw new IllegalStateException("No clock of an order: " + kind);
        }
        return subjectId;
    }
}
