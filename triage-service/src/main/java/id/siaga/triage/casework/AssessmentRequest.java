// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.triage.category.Category;
import id.siaga.triage.category.Flag;
import id.siaga.triage.category.Severity;
import id.siaga.web.InvalidRequest;
import id.siaga.web.Problem;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An officer's finding.
 *
 * @param category a code of the category list
 * @param flags marks of protected expression; they add to those already raised
 */
public record AssessmentRequest(
        @NotBlank @Size(max = 100) String category,
        @NotNull Severity severity,
        @Nullable @Size(max = 10) List<@NotNull @Size(max = 100) String> flags,
        @NotBlank @Size(max = 5000) String finding) {

    List<String> raised() {
        return flags == null ? List.of() : flags;
    }

    /** Refuses codes that the desk does not know. */
    public void check() {
        List<Problem.Place> wrong = new ArrayList<>();
        if (Category.of(category).isEmpty()) {
            wrong.add(new Problem.Place("/category", "is not a known category"));
        }
        for (int i = 0; i < raised().size(); i++) {
            if (Flag.of(raised().get(i)).isEmpty()) {
                wrong.add(new Problem.Place("/flags/" + i, "is not a known flag"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidRequest(wrong);
        }
    }
}
