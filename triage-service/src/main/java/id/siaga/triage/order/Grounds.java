// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a decision, and each order that follows from it, stands on. */
@Embeddable
public record Grounds(
        String reasons,
        @Column(name = "law_instrument") @Nullable String lawInstrument,
        @Column(name = "law_article") @Nullable String lawArticle,
        @Column(name = "court_ruling") @Nullable String courtRuling,
        @Nullable String proportionality,

        @JdbcTypeCode(SqlTypes.ARRAY) @Column(name = "territorial_scope")
        List<String> territorialScope,

        @Nullable String redress) {

    public static Grounds of(
            String reasons,
            @Nullable LegalBasis law,
            @Nullable String proportionality,
            @Nullable List<String> territorialScope,
            @Nullable String redress) {
        return new Grounds(
                reasons,
                law == null ? null : law.instrument(),
                law == null ? null : law.article(),
                law == null ? null : law.courtRuling(),
                proportionality,
                territorialScope == null ? List.of() : List.copyOf(territorialScope),
                redress);
    }

    /** The law, where one is cited. */
    public @Nullable LegalBasis legalBasis() {
        return lawInstrument == null || lawArticle == null
                ? null
                : new LegalBasis(lawInstrument, lawArticle, courtRuling);
    }
}
