// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.intake.contact.Contact;
import id.siaga.intake.content.ContentKey;
import id.siaga.intake.legal.Authority;
import id.siaga.intake.legal.Confidentiality;
import id.siaga.intake.legal.LegalGround;
import id.siaga.intake.legal.Measure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report that was checked and waits to be stored. */
record ReportDraft(
        @Nullable String reference,
        String category,
        String statementOfReasons,
        @Nullable String region,
        @Nullable String regency,
        boolean election,
        @Nullable String urgencyReason,
        List<String> flags,
        boolean goodFaith,
        @Nullable String newFacts,
        @Nullable Measure measure,
        List<LegalGround> legalBasis,
        @Nullable String legalAnalysis,
        @Nullable Authority authority,
        @Nullable Confidentiality confidentiality,
        @Nullable Contact contact,
        List<Item> items,
        List<ReportReference> references) {

    /** The same report, each of its items under the key that stands for its content. */
    ReportDraft following(Map<String, String> representatives) {
        return new ReportDraft(
                reference,
                category,
                statementOfReasons,
                region,
                regency,
                election,
                urgencyReason,
                flags,
                goodFaith,
                newFacts,
                measure,
                legalBasis,
                legalAnalysis,
                authority,
                confidentiality,
                contact,
                items.stream().map(item -> item.following(representatives)).toList(),
                references);
    }

    /** An item that was checked: exactly one of url and text is there, and it names content. */
    record Item(
            @Nullable String url,
            @Nullable String text,
            @Nullable ContentType contentType,
            @Nullable String language,
            @Nullable Instant observedAt,
            boolean liveStream,
            @Nullable String authorAccount,
            @Nullable String mediaSha256,
            ContentKey key) {

        private Item following(Map<String, String> representatives) {
            String representative = representatives.getOrDefault(key.text(), key.text());
            return representative.equals(key.text())
                    ? this
                    : new Item(
                            url,
                            text,
                            contentType,
                            language,
                            observedAt,
                            liveStream,
                            authorAccount,
                            mediaSha256,
                            ContentKey.parse(representative, key.ruleVersion()));
        }
    }
}
