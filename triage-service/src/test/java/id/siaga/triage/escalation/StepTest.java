// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.triage.escalation.obligation.ObligationStatus;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepTest {

    @Test
    void theLadderHasOneWayAndAnEnd() {
        assertEquals(
                List.of(Step.values()),
                Stream.iterate(Step.REMINDER, step -> step != null, step -> step.next()
                                .orElse(null))
                        .toList());
    }

    @Test
    void whatWasIssuedOrSettledStays() {
        assertEquals(
                List.of("DRAFTED DISCARDED", "DRAFTED ISSUED"),
                Arrays.stream(LetterStatus.values())
                        .flatMap(from -> from.allowed().stream().map(to -> from + " " + to))
                        .sorted()
                        .toList());
        assertEquals(
                List.of("OPEN PAID", "OPEN WAIVED"),
                Arrays.stream(ObligationStatus.values())
                        .flatMap(from -> from.allowed().stream().map(to -> from + " " + to))
                        .toList());
    }
}
