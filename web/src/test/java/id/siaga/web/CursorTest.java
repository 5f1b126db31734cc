// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void aCursorGivesBackWhatItWasMadeOf() {
        assertEquals(List.of("2026-01-01T00:00:00Z", "a b"), Cursor.parse(Cursor.of("2026-01-01T00:00:00Z", "a b"), 2));
    }

    @Test
    void whatIsLongerThanAnyCursorIsRefused() {
        assertEquals(2, Cursor.parse(Cursor.of("a".repeat(149), ""), 2).size());
        assertThrows(InvalidRequest.class, () -> Cursor.parse(Cursor.of("a".repeat(150), ""), 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "YQ", "a b"})
    void whatIsNoCursorIsRefused(String text) {
        assertThrows(InvalidRequest.class, () -> Cursor.parse(text, 2));
    }
}
