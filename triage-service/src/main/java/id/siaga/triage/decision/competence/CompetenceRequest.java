// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision.competence;

import id.siaga.triage.category.Category;
import id.siaga.web.Caller;
import id.siaga.web.InvalidRequest;
import id.siaga.web.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the competence register.
 *
 * @param party the authority
 * @param instrument the law or regulation that gives the power
 * @param article the article of it, as decisions cite it
 * @param category what it is about; without it, every category but those that need a court's ruling
 * @param validFrom from when on it gives power
 * @param validUntil from when on it gives none any longer, if that is known
 * @param source where the power is published
 */
public record CompetenceRequest(
        @NotBlank @Size(max = Caller.LONGEST_PARTY) String party,
        @NotBlank @Size(max = 200) String instrument,
        @NotBlank @Size(max = 100) String article,
        @Nullable @Size(max = 100) String category,
        @NotNull Instant validFrom,
        @Nullable Instant validUntil,
        @NotBlank @Size(max = 1000) String source) {

    /** Refuses what can never be a power. */
    void check() {
        List<Problem.Place> wrong = new ArrayList<>();
        if (category != null && Category.of(category).isEmpty()) {
            wrong.add(new Problem.Place("/category", "is not a known category"));
        }
        if (validUntil != null && !validUntil.isAfter(validFrom)) {
            wrong.add(new Problem.Place("/validUntil", "must be after validFrom"));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidRequest(wrong);
        }
    }
}
