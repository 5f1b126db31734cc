// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandingTest {

    private static final Map<Standing, List<Standing>> TABLE = Map.of(
            Standing.ADMITTED, List.of(Standing.SUSPENDED, Standing.LEFT),
            Standing.SUSPENDED, List.of(Standing.ADMITTED, Standing.LEFT),
            Standing.LEFT, List.of());

    @ParameterizedTest
    @EnumSource
    void whatFollowsIsAsTheTableSays(Standing standing) {
        assertEquals(TABLE.get(standing), standing.next());
    }
}
