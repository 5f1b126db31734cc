// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointsTest {

    private static final Instant NOON = Instant.parse("2024-11-27T12:00:00Z");

    @Test
    void everyReasonIsNamedWithWhatItCounts() {
        assertEquals(
                List.of(
                        new Points(PointsFor.URGENT, 3000),
                        new Points(PointsFor.LIVE_STREAM, 1000),
                        new Points(PointsFor.THREAT_TO_LIFE, 1000),
                        new Points(PointsFor.ELECTION, 200),
                        new Points(PointsFor.REPORTERS, 40),
                        new Points(PointsFor.REPORTER_RECORD, 20)),
                Points.of(new Points.Facts(true, true, true, true, 3, 0.5)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "2, 20", "6, 100", "7, 100", "5000, 100"})
    void aFloodOfReportersCountsADayAtMost(long reporters, int points) {
        assertEquals(points, Points.sum(Points.of(new Points.Facts(false, false, false, false, reporters, 0))));
    }

    @ParameterizedTest
    @CsvSource({"1, 40", "0.49, 20", "0, 0", "-0.01, 0", "-1, -40"})
    void theRecordOfAReporterCountsEitherWay(double record, int points) {
        assertEquals(points, Points.sum(Points.of(new Points.Facts(false, false, false, false, 1, record))));
    }

    @Test
    void aQuarterOfAnHourIsAPoint() {
        assertEquals(0, Points.age(NOON, NOON.plus(Duration.ofMinutes(14))).points());
        assertEquals(4, Points.age(NOON, NOON.plus(Duration.ofHours(1))).points());
        assertEquals(0, Points.age(NOON, NOON.minusSeconds(3600)).points());
    }

    @Test
    void whatIsUrgentComesBeforeWhatWaitsForAMonth() {
        int calm = Points.age(NOON, NOON.plus(Duration.ofDays(31))).points();
        assertEquals(-24, calm - Points.sum(Points.of(new Points.Facts(true, false, false, false, 1, 0))));
    }
}
