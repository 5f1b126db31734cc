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
        @Nullable String terms,
        @Column(name = "law_instrument") @Nullable String lawInstrument,
        @Column(name = "law_article") @Nullable String lawArticle,
        @Column(name = "court_ruling") @Nullable String courtRuling,
        @Column(name = "authority") @Nullable String authorityParty,
        @Column(name = "file_reference") @Nullable String fileReference,
        @Nullable String proportionality,

        @JdbcTypeCode(SqlTypes.ARRAY) @Column(name = "territorial_scope")
        List<String> territorialScope,

        @Nullable String redress) {

    public static Grounds of(
            String reasons,
            @Nullable String terms,
            @Nullable LegalBasis law,
            @Nullable IssuingAuthority authority,
            @Nullable String proportionality,
            @Nullable List<String> territorialScope,
            @Nullable String redress) {
        return new Grounds(
                reasons,
                terms,
                law == null ? null : law.instrument(),
                law == null ? null : law.article(),
                law == null ? null : law.courtRuling(),
                authority == null ? null : authority.party(),
                authority == null ? null : authority.fileReference(),
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

    /** In whose name it is, where that is an authority. */
    public @Nullable IssuingAuthority authority() {
        return authorityParty == null || fileReference == null
                ? null
                : new IssuingAuthority(authorityParty, fileReference);
    }
}
