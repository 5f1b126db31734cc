// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void aThousandPlacesAreNamedAtMost() {
        List<Problem.Place> places = IntStream.range(0, 5_000)
                .mapToObj(i -> new Problem.Place("/items/" + i, "is wrong"))
                .toList();

        List<Problem.Place> named = Problem.invalid(places).errors();

        assertEquals(1_000, named.size());
        assertEquals("/items/999", named.getLast().pointer());
    }

    @Test
    void aNameThatACallerMadeUpIsNotGivenBackWhole() {
        String pointer = new Problem.Place("/" + "x".repeat(100_000), "is unknown").pointer();

        assertEquals(500, pointer.length());
        assertTrue(pointer.endsWith("x…"), pointer);
    }
}
