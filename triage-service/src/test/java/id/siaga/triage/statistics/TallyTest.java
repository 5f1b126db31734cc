// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void daysAddUp() {
        Tally tally = new Tally();
        tally.add(new Counting("youtube", "ANSWERED", 0, 2));
        tally.add(new Counting("youtube", "ANSWERED", 0, 3));
        tally.add(new Counting("youtube", "ANSWERED_WITHIN_THE_HOUR", 0, 4));
        Statistics.Row row = tally.row("youtube");
        assertEquals(
                List.of(
                        new Statistics.Counted(Count.ANSWERED, 5),
                        new Statistics.Counted(Count.ANSWERED_WITHIN_THE_HOUR, 4)),
                row.counts());
        assertEquals(0.8, row.shares().getFirst().share());
    }

    @Test
    void aShareOfNothingIsNotTold() {
        Tally tally = new Tally();
        tally.add(new Counting("kpu", "UPHELD", 0, 3));
        assertEquals(
                List.of(new Statistics.Shared(Share.UPHELD, 1), new Statistics.Shared(Share.DISMISSED, 0)),
                tally.row("kpu").shares());
    }

    @Test
    void medianAndP95AreThoseOfTheRanks() {
        // Given one length of each bucket from 1 to 100
        Tally tally = new Tally();
        IntStream.rangeClosed(1, 100).forEach(bucket -> tally.add(new Counting("x", "RECEIPT_TO_ANSWER", bucket, 1)));
        // When
        Statistics.Lasted lasted = tally.row("x").lengths().getFirst();
        // Then
        assertEquals(Length.RECEIPT_TO_ANSWER, lasted.name());
        assertEquals(100, lasted.count());
        assertEquals(Length.seconds(50), lasted.median());
        assertEquals(Length.seconds(95), lasted.p95());
    }

    @Test
    void everyCountAndLengthIsCounted() {
        for (Count count : Count.values()) {
            boolean inQuery = count.name().startsWith("REFUSED_")
                    ? WhatWasDone.QUERY.contains("'REFUSED_'")
                    : isResult(count) || WhatWasDone.QUERY.contains("'" + count.name() + "'");
            assertEquals(true, inQuery, count.name());
        }
        for (Length length : Length.values()) {
            assertEquals(true, WhatWasDone.QUERY.contains("'" + length.name() + "'"), length.name());
        }
    }

    private static boolean isResult(Count count) {
        return List.of(id.siaga.triage.order.answer.Outcome.Result.values()).stream()
                .anyMatch(result -> result.name().equals(count.name()));
    }
}
