// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.localstack.platform.Misfortune.Fate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MisfortuneTest {

    @Test
    void oneCallInTenFailsHalfOfThemBeforeAndHalfAfterTheWork() {
        // Given
        Misfortune misfortune = new Misfortune(0.1, 42);
        Map<Fate, Integer> counted = new EnumMap<>(Fate.class);

        // When
        for (int i = 0; i < 20_000; i++) {
            counted.merge(misfortune.next(), 1, Integer::sum);
        }

        // Then
        assertEquals(1000, counted.getOrDefault(Fate.BEFORE_THE_WORK, 0), 150);
        assertEquals(1000, counted.getOrDefault(Fate.AFTER_THE_WORK, 0), 150);
    }

    @Test
    void theSameSeedFailsTheSameCalls() {
        // Given
        Misfortune one = new Misfortune(0.3, 7);
        Misfortune other = new Misfortune(0.3, 7);

        // When
        List<Fate> fates = Stream.generate(one::next).limit(200).toList();

        // Then
        assertEquals(fates, Stream.generate(other::next).limit(200).toList());
        assertTrue(Collections.frequency(fates, Fate.NONE) < 200);
    }

    @Test
    void aRateOfNothingNeverFailsAndAnImpossibleOneIsRefused() {
        // When
        Misfortune never = new Misfortune(0, 1);

        // Then
        assertTrue(Stream.generate(never::next).limit(1000).allMatch(fate -> fate == Fate.NONE));
        assertThrows(IllegalArgumentException.class, () -> new Misfortune(1.1, 1));
    }
}
