// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.decision.competence.Competence;
import id.siaga.triage.order.IssuingAuthority;
import id.siaga.triage.order.LegalBasis;
import id.siaga.web.Problem;
import id.siaga.web.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a decision must say, by its kind, the case's category and its flags. */
final class DecisionRules {

    private final DecisionRequest request;
    private final String category;
    private final List<Problem.Place> wrong = new ArrayList<>();

    private DecisionRules(DecisionRequest request, String category) {
        this.request = request;
        this.category = category;
    }

    /**
     * The places of the request that lack what they need, or say what another power says.
     *
     * @param held what the authority that it names has power to now
     */
    static List<Problem.Place> wrong(DecisionRequest request, String category, boolean flagged, List<Competence> held) {
        DecisionRules rules = new DecisionRules(request, category);
        switch (request.kind()) {
            case DISMISS, CLARIFY -> rules.noPower();
            case REFERRAL -> rules.referral();
            case NOTICE -> {
                rules.noPower();
                rules.grounds();
            }
            case ORDER -> {
                rules.noTerms();
                rules.grounds();
                rules.competence(held);
            }
        }
        if (flagged && request.kind().instrument().isPresent()) {
            rules.text(
                    "/lighterMeasure",
                    request.lighterMeasure(),
                    Text.of("a case flagged as protected expression needs the lighter measure that was considered"));
        }
        return List.copyOf(rules.wrong);
    }

    /** It claims that the law is broken, and so shows its grounds. */
    private void grounds() {
        DecisionKind kind = request.kind();
        if (request.legalBasis() == null) {
            add("/legalBasis", Text.of("{0} needs a legal basis", kind));
        }
        text("/proportionality", request.proportionality(), Text.of("{0} needs a note on proportionality", kind));
        text("/redress", request.redress(), Text.of("{0} needs information on redress", kind));
        if (request.territorialScope() == null || request.territorialScope().isEmpty()) {
            add("/territorialScope", Text.of("{0} needs a territorial scope", kind));
        }
    }

    /** Voluntary: it stands on the platform's own terms, and claims nothing of the law. */
    private void referral() {
        text("/terms", request.terms(), Text.of("REFERRAL needs the platform's own terms that are broken"));
        if (request.legalBasis() != null) {
            add("/legalBasis", Text.of("REFERRAL claims nothing of the law"));
        }
        noAuthority();
    }

    private void noPower() {
        noTerms();
        noAuthority();
    }

    private void noTerms() {
        if (request.terms() != null) {
            add("/terms", Text.of("goes with REFERRAL only"));
        }
    }

    private void noAuthority() {
        if (request.authority() != null) {
            add("/authority", Text.of("goes with ORDER only"));
        }
    }

    /** Nobody orders anything away who has no power to, under the article that is cited, today. */
    private void competence(List<Competence> held) {
        IssuingAuthority authority = request.authority();
        LegalBasis law = request.legalBasis();
        if (authority == null) {
            add("/authority", Text.of("ORDER needs the authority in whose name it is made"));
        } else if (law != null && held.stream().noneMatch(entry -> entry.covers(law, category))) {
            if (held.stream().anyMatch(entry -> entry.coversWithRuling(law, category))) {
                add("/legalBasis/courtRuling", Text.of("an ORDER about {0} needs a court's ruling", category));
            } else {
                add(
                        "/authority/party",
                        Text.of("the competence register gives it no power under this article over {0}", category));
            }
        }
    }

    private void text(String pointer, @Nullable String text, Text detail) {
        if (text == null || text.isBlank()) {
            add(pointer, detail);
        }
    }

    private void add(String pointer, Text detail) {
        wrong.add(new Problem.Place(pointer, detail));
    }
}
