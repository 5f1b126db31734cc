// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.category.Category;
import id.siaga.triage.order.LegalBasis;
import id.siaga.web.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a decision must say, by its kind, the case's category and its flags. */
final class DecisionRules {

    private final List<Problem.Place> missing = new ArrayList<>();

    private DecisionRules() {}

    /** The places of the request that lack what they need. */
    static List<Problem.Place> missing(DecisionRequest request, String category, boolean flagged) {
        DecisionRules rules = new DecisionRules();
        DecisionKind kind = request.kind();
        LegalBasis law = request.legalBasis();
        if (kind.needsGrounds()) {
            if (law == null) {
                rules.add("/legalBasis", kind + " needs a legal basis");
            }
            rules.text("/proportionality", request.proportionality(), kind + " needs a note on proportionality");
            rules.text("/redress", request.redress(), kind + " needs information on redress");
            if (request.territorialScope() == null || request.territorialScope().isEmpty()) {
                rules.add("/territorialScope", kind + " needs a territorial scope");
            }
        }
        if (kind == DecisionKind.ORDER && law != null && Category.needsRuling(category)) {
            rules.text(
                    "/legalBasis/courtRuling",
                    law.courtRuling(),
                    "an ORDER about " + category + " needs a court's ruling");
        }
        if (flagged && kind.instrument().isPresent()) {
            rules.text(
                    "/lighterMeasure",
                    request.lighterMeasure(),
                    "a case flagged as protected expression needs the lighter measure that was considered");
        }
        return List.copyOf(rules.missing);
    }

    private void text(String pointer, @Nullable String text, String detail) {
        if (text == null || text.isBlank()) {
            add(pointer, detail);
        }
    }

    private void add(String pointer, String detail) {
        missing.add(new Problem.Place(pointer, detail));
    }
}
