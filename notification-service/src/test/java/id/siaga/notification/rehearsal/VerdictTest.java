// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    private static final Set<StepKind> TO_BE_REFUSED =
            EnumSet.of(StepKind.BAD_SIGNATURE, StepKind.ALTERED_BODY, StepKind.OUT_OF_DATE);

    @ParameterizedTest
    @CsvSource({
        "200, RIGHT, WRONG",
        "202, RIGHT, WRONG",
        "204, RIGHT, WRONG",
        "302, WRONG, PASSABLE",
        "400, WRONG, RIGHT",
        "401, WRONG, RIGHT",
        "403, WRONG, RIGHT",
        "409, WRONG, RIGHT",
        "410, WRONG, WRONG",
        "422, WRONG, RIGHT",
        "429, WRONG, PASSABLE",
        "500, WRONG, PASSABLE",
        "503, WRONG, PASSABLE",
        ", WRONG, PASSABLE"
    })
    void anAnswerIsJudgedByWhetherTheStepIsToBeTaken(@Nullable Integer status, Verdict taken, Verdict refused) {
        for (StepKind kind : StepKind.values()) {
            // Given, When
            Verdict verdict = Verdict.of(kind, status);
            // Then
            assertEquals(TO_BE_REFUSED.contains(kind) ? refused : taken, verdict, kind.name());
        }
    }

    @ParameterizedTest
    @CsvSource({"200", "401", "410", "500"})
    void whatIsNotRightComesWithAdvice(int status) {
        for (StepKind kind : StepKind.values()) {
            // Given, When
            StepView step = StepView.of(
                    1, kind, UUID.randomUUID(), new StepResult(Instant.EPOCH, 5, status, null, "an answer"));
            // Then
            if (step.verdict() == Verdict.RIGHT) {
                assertNull(step.advice());
            } else {
                String advice = String.valueOf(step.advice());
                assertTrue(advice.startsWith(kind.advice()), kind.name());
                assertEquals(status == 410, advice.contains("410"), kind.name());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ORDER", "BAD_SIGNATURE"})
    void aStepThatWasNotPlayedHasNoVerdict(StepKind kind) {
        // Given, When
        StepView step = StepView.of(1, kind, UUID.randomUUID(), null);
        // Then
        assertNull(step.verdict());
        assertNull(step.sentAt());
        assertTrue(step.sent().length() > 10);
    }
}
