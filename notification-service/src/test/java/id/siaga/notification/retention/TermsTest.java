// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be set. */
class TermsTest {

    @Test
    void whatTheDatabaseLetsGoMayBeSet() {
        assertEquals(Duration.ofDays(60), new Terms(Duration.ofDays(30), Duration.ofDays(60)).events());
    }

    @ParameterizedTest
    @CsvSource({
        "P29D, P400D, siaga.retention.attempts must be 30 days",
        "P30D, P59D, siaga.retention.events must be 60 days",
        "P90D, P89D, siaga.retention.events must not be shorter"
    })
    void whatIsTooShortIsRefused(Duration attempts, Duration events, String why) {
        String refusal = assertThrows(IllegalStateException.class, () -> new Terms(attempts, events))
                .getMessage();
        assertTrue(String.valueOf(refusal).startsWith(why), refusal);
    }
}
