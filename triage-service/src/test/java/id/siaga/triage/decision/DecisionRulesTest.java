// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.triage.decision.competence.Competence;
import id.siaga.triage.order.IssuingAuthority;
import id.siaga.triage.order.LegalBasis;
import id.siaga.triage.record.Actor;
import id.siaga.web.Problem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionRulesTest {

    private static final String LAW = "Permenkominfo 5/2020";
    private static final IssuingAuthority KOMDIGI = new IssuingAuthority("komdigi", "B-1201/2026");

    @ParameterizedTest
    @CsvSource(textBlock = """
            DISMISS,  true,  hoax,     ''
            CLARIFY,  true,  hoax,     ''
            REFERRAL, false, hoax,     /terms
            REFERRAL, true,  fraud,    /terms /lighterMeasure
            NOTICE,   false, hoax,     /legalBasis /proportionality /redress /territorialScope
            ORDER,    true,  gambling, /legalBasis /proportionality /redress /territorialScope /authority /lighterMeasure
            """)
    void eachKindNeedsItsGrounds(DecisionKind kind, boolean flagged, String category, String places) {
        // Given
        DecisionRequest bare = new DecisionRequest(kind, "It does harm.", null, null, null, null, null, null, null);
        // When
        List<Problem.Place> wrong = DecisionRules.wrong(bare, category, flagged, List.of());
        // Then
        assertEquals(places, pointers(wrong));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            DISMISS,  /terms /authority
            CLARIFY,  /terms /authority
            REFERRAL, /legalBasis /authority
            NOTICE,   /terms /authority
            ORDER,    /terms
            """)
    void noPowerSpeaksAsAnother(DecisionKind kind, String places) {
        // Given
        DecisionRequest everything = new DecisionRequest(
                kind,
                "It does harm.",
                "Spam policy, 2",
                new LegalBasis(LAW, "15(6)", null),
                KOMDIGI,
                "Small.",
                null,
                List.of("ID"),
                "Object.");
        // When
        List<Problem.Place> wrong = DecisionRules.wrong(everything, "fraud", false, List.of(competence("15(6)", null)));
        // Then
        assertEquals(places, pointers(wrong));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            fraud,               15(6),   ,           ,           ''
            fraud,               15 (6),  ,           ,           ''
            fraud,               15(8),   ,           ,           /authority/party
            fraud,               15(6),   hoax,       ,           /authority/party
            hoax,                15(6),   ,           ,           /legalBasis/courtRuling
            hoax,                15(6),   ,           12/Pid/2026, ''
            hoax,                15(6),   hoax,       ,           ''
            hoax,                15(6),   defamation, 12/Pid/2026, /authority/party
            defamation,          15(6),   ,           ,           /legalBasis/courtRuling
            other,               15(6),   ,           ,           /legalBasis/courtRuling
            a-code-of-next-year, 15(6),   ,           ,           /legalBasis/courtRuling
            """)
    void anOrderNeedsACompetenceThatCoversIt(
            String category, String article, @Nullable String heldFor, @Nullable String ruling, String places) {
        // Given
        DecisionRequest order = new DecisionRequest(
                DecisionKind.ORDER,
                "It does harm.",
                null,
                new LegalBasis(LAW, "15(6)", ruling),
                KOMDIGI,
                "Small.",
                null,
                List.of("ID"),
                "Object.");
        // When
        List<Problem.Place> wrong = DecisionRules.wrong(order, category, false, List.of(competence(article, heldFor)));
        // Then
        assertEquals(places, pointers(wrong));
    }

    private static Competence competence(String article, @Nullable String category) {
        Instant then = Instant.parse("2020-11-24T00:00:00Z");
        return new Competence(
                new UUID(0, 1),
                KOMDIGI.party(),
                LAW.toUpperCase(java.util.Locale.ROOT),
                article,
                category,
                then,
                null,
                "Berita Negara 2020/1376",
                Actor.SIAGA,
                then,
                null);
    }

    private static String pointers(List<Problem.Place> places) {
        return String.join(" ", places.stream().map(Problem.Place::pointer).toList());
    }
}
