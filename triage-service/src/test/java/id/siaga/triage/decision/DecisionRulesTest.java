// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.triage.order.LegalBasis;
import id.siaga.web.Problem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionRulesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            DISMISS,  true,  hoax,     ''
            CLARIFY,  true,  hoax,     ''
            REFERRAL, false, hoax,     ''
            REFERRAL, true,  fraud,    /lighterMeasure
            NOTICE,   false, hoax,     /legalBasis /proportionality /redress /territorialScope
            ORDER,    true,  gambling, /legalBasis /proportionality /redress /territorialScope /lighterMeasure
            """)
    void eachKindNeedsItsGrounds(DecisionKind kind, boolean flagged, String category, String places) {
        // Given
        DecisionRequest bare = new DecisionRequest(kind, "It does harm.", null, null, null, null, null);
        // When
        List<Problem.Place> missing = DecisionRules.missing(bare, category, flagged);
        // Then
        assertEquals(
                places,
                String.join(" ", missing.stream().map(Problem.Place::pointer).toList()));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ORDER,  hoax,                1
            ORDER,  defamation,          1
            ORDER,  other,               1
            ORDER,  a-code-of-next-year, 1
            ORDER,  fraud,               0
            NOTICE, hoax,                0
            """)
    void someCategoriesAreOrderedAwayOnlyWithACourtsRuling(DecisionKind kind, String category, int missing) {
        // Given
        DecisionRequest request = new DecisionRequest(
                kind,
                "It does harm.",
                new LegalBasis("UU 1/2024", "27A", null),
                "Small.",
                null,
                List.of("ID"),
                "Object.");
        // Then
        assertEquals(missing, DecisionRules.missing(request, category, false).size());
    }
}
