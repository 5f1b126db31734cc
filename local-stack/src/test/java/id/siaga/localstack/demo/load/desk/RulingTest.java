// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RulingTest {
    private static final Map<String, String> ORGANISATION =
            Map.of("ratna", "posko", "wulan", "posko", "dimas", "bssn", "yusuf", "bssn");

    @Test
    void theSameContentIsJudgedTheSame() {
        // Given
        ObjectNode view = aCase("fraud", "tiktok", 5);

        // Then
        assertEquals(Ruling.on(view), Ruling.on(view.deepCopy()));
        assertEquals(Ruling.approver(view), Ruling.approver(view.deepCopy()));
    }

    @Test
    void allKindsOfDecisionsAreMade() {
        // When
        Set<String> kinds = new HashSet<>();
        cases("fraud", "tiktok").forEach(view -> kinds.add(kind(view)));
        kinds.add(kind(aCase("hoax", "text", 1)));

        // Then
        assertEquals(Set.of("ORDER", "NOTICE", "REFERRAL", "DISMISS", "CLARIFY"), kinds);
    }

    @Test
    void theApproverOfProtectedExpressionIsOfAnotherOrganisation() {
        cases("election-hoax", "facebook").forEach(view -> {
            // Given
            view.putArray("flags").add("politicalSpeech");

            // Then
            assertNotEquals(ORGANISATION.get(Ruling.on(view).officer()), ORGANISATION.get(Ruling.approver(view)));
        });
    }

    @Test
    void theApproverIsNotOfAnOrganisationThatReported() {
        for (String reporter : List.of("posko", "bssn")) {
            cases("fraud", "youtube").forEach(view -> {
                // Given
                view.putArray("reports").addObject().put("party", reporter);

                // Then
                assertNotEquals(reporter, ORGANISATION.get(Ruling.approver(view)));
            });
        }
    }

    @Test
    void nobodyApprovesWhatTheyHaveProposed() {
        cases("gambling", "telegram")
                .forEach(view -> assertNotEquals(Ruling.on(view).officer(), Ruling.approver(view)));
    }

    @Test
    void whatNeedsACourtsRulingIsNeverOrdered() {
        for (String category : List.of("hoax", "defamation", "other", "election-hoax")) {
            cases(category, "youtube").forEach(view -> assertNotEquals("ORDER", kind(view)));
        }
    }

    @Test
    void nobodyIsAskedToActOnContentThatNoPlatformCarries() {
        cases("fraud", "web").forEach(view -> assertEquals("DISMISS", kind(view)));
        cases("fraud", "text").forEach(view -> assertEquals("CLARIFY", kind(view)));
    }

    @Test
    void ordersAndNoticesSayAllThatTheyMust() {
        cases("fraud", "instagram").forEach(view -> {
            JsonNode decision = Ruling.on(view).decision();
            if (Set.of("ORDER", "NOTICE").contains(decision.path("kind").asText())) {
                for (String part : List.of("reasons", "proportionality", "lighterMeasure", "redress")) {
                    assertFalse(decision.path(part).asText().isEmpty(), part);
                }
                assertTrue(decision.path("legalBasis").has("article"));
                assertFalse(decision.path("territorialScope").isEmpty());
            }
        });
    }

    private static List<ObjectNode> cases(String category, String platform) {
        return IntStream.range(0, 500)
                .mapToObj(number -> aCase(category, platform, number))
                .toList();
    }

    private static String kind(JsonNode view) {
        return Ruling.on(view).decision().path("kind").asText();
    }

    private static ObjectNode aCase(String category, String platform, int number) {
        ObjectNode view = Json.object().put("category", category).put("urgent", false);
        view.putArray("contents").addObject().put("platform", platform).put("key", platform + ":post:" + number * 7919);
        view.putArray("flags");
        view.putArray("reports").addObject().put("party", "mafindo");
        return view;
    }
}
