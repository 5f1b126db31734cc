// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void itIsTheMiddleOneOrBetweenTheTwoInTheMiddle() {
        assertEquals(2, Median.of(List.of(9.0, 1.0, 2.0)));
        assertEquals(3, Median.of(List.of(9.0, 1.0, 2.0, 4.0)));
        assertEquals(Double.NaN, Median.of(List.of()));
    }
}
