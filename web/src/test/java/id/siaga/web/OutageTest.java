// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53300", "57P01", "57P03"})
    void aDatabaseThatIsAwayOrBusyIsOne(String state) {
        assertTrue(Outage.isCauseOf(new IllegalStateException(new SQLException("gone", state))));
    }

    @Test
    void soIsAPoolWithoutAConnectionToSpare() {
        assertTrue(Outage.isCauseOf(new SQLException("Sorry, acquisition timeout!")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "40001", "57014"})
    void whatTheDatabaseSaysOfAStatementIsNone(String state) {
        assertFalse(Outage.isCauseOf(new IllegalStateException(new SQLException("no", state))));
        assertFalse(Outage.isCauseOf(new IllegalStateException("no")));
    }

    @Test
    void whoMeetsOneIsToldToComeAgain() {
        Response answer = new ProblemMappers().unexpected(new SQLException("gone", "57P01"));

        assertEquals(503, answer.getStatus());
        assertEquals("2", answer.getHeaderString("Retry-After"));
        assertEquals("urn:siaga:problem:unavailable", ((Problem) answer.getEntity()).type());
    }
}
