// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision.competence;

import id.siaga.triage.category.Category;
import id.siaga.triage.order.LegalBasis;
import id.siaga.triage.record.Actor;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A power of an authority.
 *
 * @param party the authority
 * @param instrument the law or regulation that gives the power
 * @param article the article of it
 * @param category what it is about; null for every category but those that need a court's ruling
 * @param validUntil from when on it gives no power any longer
 * @param source where the power is published
 * @param end why and by whom it was ended, if it was
 */
public record Competence(
        UUID id,
        String party,
        String instrument,
        String article,
        @Nullable String category,
        Instant validFrom,
        @Nullable Instant validUntil,
        String source,
        Actor enteredBy,
        Instant enteredAt,
        @Nullable End end) {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** The act by which an operator ended it. */
    public record End(Actor by, Instant at, String reason) {}

    /** Whether it gives power at that time. */
    boolean valid(Instant at) {
        return !validFrom.isAfter(at) && (validUntil == null || validUntil.isAfter(at));
    }

    /** Whether it is a power under this very article. */
    private boolean under(LegalBasis law) {
        return same(instrument, law.instrument()) && same(article, law.article());
    }

    /**
     * Whether content of the category can be ordered away by it. A court's ruling does for a category what an entry
     * for just that category does.
     */
    public boolean covers(LegalBasis law, String ordered) {
        if (!under(law)) {
            return false;
        }
        return category == null
                ? !Category.needsRuling(ordered) || law.courtRuling() != null
                : category.equals(ordered);
    }

    /** Whether it would cover the category if a court had ruled. */
    public boolean coversWithRuling(LegalBasis law, String ordered) {
        return under(law) && category == null && Category.needsRuling(ordered);
    }

    /** Laws are cited by hand: {@code 15 (6)} is {@code 15(6)}. */
    private static boolean same(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String citation) {
        return SPACES.matcher(citation).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
