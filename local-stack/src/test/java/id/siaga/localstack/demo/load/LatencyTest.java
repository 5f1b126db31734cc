// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LatencyTest {

    @Test
    void percentilesAreTheSamplesThemselves() {
        // Given
        Latency latency = Latency.of(IntStream.rangeClosed(1, 200).mapToObj(n -> Duration.ofMillis(201 - n)));

        // Then
        assertEquals(200, latency.count());
        assertEquals(Duration.ofMillis(100), latency.at(0.5));
        assertEquals(Duration.ofMillis(180), latency.at(0.9));
        assertEquals(Duration.ofMillis(198), latency.at(0.99));
        assertEquals(Duration.ofMillis(200), latency.at(1));
    }

    @Test
    void oneSampleIsEveryPercentile() {
        // Given
        Latency latency = Latency.of(Stream.of(Duration.ofMillis(7)));

        // Then
        assertEquals(Duration.ofMillis(7), latency.at(0.01));
        assertEquals(Duration.ofMillis(7), latency.at(1));
    }

    @Test
    void whatNeverHappenedHasNoTimes() {
        // Given
        Latency latency = Latency.of(Stream.of());

        // Then
        assertNull(latency.at(0.5));
        assertTrue(latency.json().path("maxMs").isNull());
    }
}
