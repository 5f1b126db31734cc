// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.triage.clock.ClockSubject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

    private static final List<Policy> POLICIES = List.of(
            policy("any", null, null, null, null, null, Duration.ofDays(2)),
            policy("calm", null, null, null, null, false, Duration.ofHours(24)),
            policy("urgent", null, null, null, null, true, Duration.ofHours(4)),
            policy("fraud", null, "fraud", null, null, null, Duration.ofHours(8)),
            policy("urgent-order", "ORDER", null, null, null, true, Duration.ofHours(2)),
            policy("promised", null, null, null, "tiktok", true, Duration.ofMinutes(30)),
            policy("tco", "ORDER", null, "2021/784", null, true, Duration.ofHours(1)),
            policy("tco-too", "ORDER", null, "(EU)", null, true, Duration.ofHours(1)));

    private static Policy policy(
            String code,
            @Nullable String instrument,
            @Nullable String category,
            @Nullable String law,
            @Nullable String platform,
            @Nullable Boolean urgent,
            Duration limit) {
        return new Policy(code, instrument, category, law, platform, urgent, limit, AfterWait.RESUME);
    }

    @ParameterizedTest
    @CsvSource({
        "NOTICE, hoax,  ,                         youtube, false, calm",
        "NOTICE, hoax,  ,                         youtube, true,  urgent",
        "NOTICE, hoax,  ,                         tiktok,  true,  promised",
        "ORDER,  hoax,  Regulation (EU) 2021/784, tiktok,  true,  tco",
        ",       fraud, ,                         ,        false, fraud",
        ",       fraud, ,                         ,        true,  urgent",
        "ORDER,  fraud, Permenkominfo 5/2020,     youtube, true,  urgent-order",
        "ORDER,  fraud, Regulation (EU) 2021/784, youtube, true,  tco"
    })
    void theMostSpecificOneWinsThenTheShortestThenTheFirstByCode(
            @Nullable String instrument,
            String category,
            @Nullable String law,
            @Nullable String platform,
            boolean urgent,
            String code) {
        // Given
        UUID id = UUID.randomUUID();
        ClockSubject subject = new ClockSubject(id, id, instrument, category, law, platform, urgent);
        List<Policy> reversed = POLICIES.reversed();
        // When
        Optional<Policy> chosen = Policy.choose(POLICIES, subject);
        // Then
        assertEquals(Optional.of(code), chosen.map(Policy::code));
        assertEquals(chosen, Policy.choose(reversed, subject));
    }
}
