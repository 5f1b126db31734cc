// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.benchmarks.machine.CpuUse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void aRatioIsTakenRoundByRoundAndTheMedianIsJudged() {
        // Given a machine that was half as fast in the second round, and hiccups of one in the third
        List<Round> ours = rounds(500, 250, 10);
        List<Round> loop = rounds(1000, 500, 1000);
        // When
        Verdict verdict = Verdict.ofRatio("ours / loop", ours, loop, 0.5);
        // Then
        assertEquals(List.of(0.5, 0.5, 0.01), verdict.measured());
        assertTrue(verdict.met());
        assertFalse(Verdict.ofRatio("ours / loop", ours, loop, 0.51).met());
    }

    @Test
    void theLineNamesTheBudgetAndWhetherItIsMet() {
        assertTrue(Verdict.atLeast(0.5, "ratio", List.of(0.4, 0.2, 0.3))
                .line()
                .endsWith("0.30 (0.20 to 0.40), budget >= 0.50: NOT met"));
        assertTrue(Verdict.atLeast(100_000, "keys", List.of(123_456.0))
                .line()
                .endsWith("123,456 (123,456 to 123,456), budget >= 100,000: met"));
    }

    @Test
    void aCeilingIsMetFromBelow() {
        assertTrue(Verdict.atMost(250, "p99", List.of(250.0)).met());
        assertFalse(Verdict.atMost(250, "p99", List.of(250.1)).met());
        assertTrue(
                Verdict.atMost(250, "p99", List.of(300.0)).line().endsWith("300 (300 to 300), budget <= 250: NOT met"));
    }

    private static List<Round> rounds(long... done) {
        return LongStream.of(done)
                .mapToObj(count -> new Round(
                        new Sample(count, Duration.ofSeconds(1), Latency.of(List.of())), new CpuUse(Map.of(), 0)))
                .toList();
    }
}
