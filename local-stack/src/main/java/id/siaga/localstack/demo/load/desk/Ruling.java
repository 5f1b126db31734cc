// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * What the desk does about a case, from what it sees of it: the same content is judged the same in every run.
 *
 * @param officer who assesses and proposes
 * @param assessment for POST /v1/cases/{id}/assessment
 * @param decision for POST /v1/cases/{id}/decisions
 */
record Ruling(String officer, JsonNode assessment, JsonNode decision) {
    private static final Set<String> NEED_A_RULING = Set.of("hoax", "defamation", "other");
    private static final Set<String> OUTSIDE_THE_DIRECTORY = Set.of("web", "text");
    private static final JsonNode BOOK = book();

    /** The duty desk's people: each organisation has an officer and an approver. */
    enum Organisation {
        POSKO("ratna", "wulan"),
        BSSN("dimas", "yusuf");

        private final String officer;
        private final String approver;

        Organisation(String officer, String approver) {
            this.officer = officer;
            this.approver = approver;
        }

        private String party() {
            return name().toLowerCase(Locale.ROOT);
        }

        private Organisation other() {
            return this == POSKO ? BSSN : POSKO;
        }
    }

    static Ruling on(JsonNode view) {
        int chance = chance(view);
        JsonNode entry = BOOK.path(kind(view, chance));
        ObjectNode assessment = Json.object()
                .put("category", view.path("category").asText())
                .put("severity", entry.path("severity").asText())
                .put("finding", entry.path("finding").asText());
        assessment.putArray("flags");
        return new Ruling(organisation(chance).officer, assessment, entry.path("decision"));
    }

    /**
     * Who may approve what this case's officer has proposed: nobody of an organisation that reported in the case, and
     * where expression is protected, nobody of the officer's own. Otherwise half are approved next door.
     */
    static String approver(JsonNode view) {
        int chance = chance(view);
        Organisation own = organisation(chance);
        boolean outside = !view.path("flags").isEmpty() || chance % 4 < 2;
        for (Organisation one : outside ? List.of(own.other(), own) : List.of(own, own.other())) {
            boolean reported = view.path("reports")
                    .valueStream()
                    .anyMatch(report -> report.path("party").asText().equals(one.party()));
            if (!reported) {
                return one.approver;
            }
        }
        throw new IllegalStateException("every organisation of the desk has reported in the case");
    }

    private static Organisation organisation(int chance) {
        return chance % 2 == 0 ? Organisation.POSKO : Organisation.BSSN;
    }

    private static String kind(JsonNode view, int chance) {
        List<String> platforms = view.path("contents").findValuesAsText("platform");
        if (platforms.stream().allMatch(OUTSIDE_THE_DIRECTORY::contains)) {
            return platforms.contains("web") ? "DISMISS elsewhere" : "CLARIFY";
        }
        String category = view.path("category").asText();
        int percent = chance / 4 % 100;
        if (view.path("urgent").asBoolean() && !category.startsWith("election") && !NEED_A_RULING.contains(category)) {
            return "ORDER urgent";
        }
        if (percent < 10) {
            return "DISMISS";
        }
        if (percent < 25) {
            return "REFERRAL";
        }
        boolean lawIsPlain = !category.startsWith("election") && !NEED_A_RULING.contains(category);
        return lawIsPlain && percent < 65 ? "ORDER" : "NOTICE";
    }

    /** The same for the same content; from 0. */
    private static int chance(JsonNode view) {
        return view.path("contents").path(0).path("key").asText().hashCode() & Integer.MAX_VALUE;
    }

    private static JsonNode book() {
        try (InputStream json = Objects.requireNonNull(Ruling.class.getResourceAsStream("rulings.json"))) {
            return Json.parse(json.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
