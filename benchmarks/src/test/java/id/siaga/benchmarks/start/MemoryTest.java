// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    void residentMemoryIsToldWithWhatOfItIsTheProcessOwn() {
        List<String> status =
                List.of("VmHWM:\t  204800 kB", "VmRSS:\t  153600 kB", "RssAnon:\t   51200 kB", "RssFile:\t  102400 kB");

        assertEquals(new Memory(150, 50), Memory.of(status));
    }

    @Test
    void aProcessThatHasEndedHasNone() {
        assertThrows(IllegalStateException.class, () -> Memory.of(List.of("State:\tZ (zombie)")));
    }
}
