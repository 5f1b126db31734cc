// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.triage.category.Category;
import id.siaga.triage.order.answer.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every result and every category in the words of the DSA Transparency Database. */
class DsaMeasureTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            REMOVED,           DECISION_VISIBILITY_CONTENT_REMOVED
            ACCESS_DISABLED,   DECISION_VISIBILITY_CONTENT_DISABLED
            GEO_RESTRICTED,    DECISION_VISIBILITY_CONTENT_DISABLED
            LABELLED,          DECISION_VISIBILITY_CONTENT_LABELLED
            DEMOTED,           DECISION_VISIBILITY_CONTENT_DEMOTED
            AGE_RESTRICTED,    DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED
            """)
    void aRestrictionOfContentHasItsCode(Outcome.Result result, String code) {
        assertEquals(code, DsaMeasure.of(result).orElseThrow().visibility());
    }

    @ParameterizedTest
    @EnumSource(Outcome.Result.class)
    void thereIsAStatementExactlyWhereSomethingWasDone(Outcome.Result result) {
        assertEquals(result.acted(), DsaMeasure.of(result).isPresent());
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void everyCategoryIsAStatementsCategory(Category category) {
        DsaCategory named = DsaCategory.ofCode(category.code());
        assertTrue(named.code().startsWith("STATEMENT_CATEGORY_"));
        assertTrue(named.keywords().stream().allMatch(keyword -> keyword.startsWith("KEYWORD_")));
    }

    @Test
    void aCategoryThatWeDoNotKnowIsNotSpecified() {
        assertEquals(
                new DsaCategory("STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE", List.of()), DsaCategory.ofCode("new-harm"));
    }
}
