// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

    private static final List<Policy> POLICIES = List.of(
            new Policy("any", null, null, null, null, Duration.ofDays(2)),
            new Policy("calm", null, null, null, false, Duration.ofHours(24)),
            new Policy("urgent", null, null, null, true, Duration.ofHours(4)),
            new Policy("fraud", null, "fraud", null, null, Duration.ofHours(8)),
            new Policy("urgent-order", "ORDER", null, null, true, Duration.ofHours(2)),
            new Policy("tco", "ORDER", null, "2021/784", true, Duration.ofHours(1)),
            new Policy("tco-too", "ORDER", null, "(EU)", true, Duration.ofHours(1)));

    @ParameterizedTest
    @CsvSource({
        "NOTICE, hoax,  ,                       false, calm",
        "NOTICE, hoax,  ,                       true,  urgent",
        ",       fraud, ,                       false, fraud",
        ",       fraud, ,                       true,  urgent",
        "ORDER,  fraud, Permenkominfo 5/2020,   true,  urgent-order",
        "ORDER,  fraud, Regulation (EU) 2021/784, true, tco"
    })
    void theMostSpecificOneWinsThenTheShortestThenTheFirstByCode(
            @Nullable String instrument, String category, @Nullable String law, boolean urgent, String code) {
        // Given
        UUID id = UUID.randomUUID();
        ClockSubject subject = new ClockSubject(id, id, instrument, category, law, urgent);
        List<Policy> reversed = POLICIES.reversed();
        // When
        Optional<Policy> chosen = Policy.choose(POLICIES, subject);
        // Then
        assertEquals(Optional.of(code), chosen.map(Policy::code));
        assertEquals(chosen, Policy.choose(reversed, subject));
    }
}
