// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.policy;

import id.siaga.triage.category.Category;
import id.siaga.triage.clock.ClockKind;
import id.siaga.web.InvalidRequest;
import id.siaga.web.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a policy is to say from now on, and why; a condition that is left out matches everything.
 *
 * @param kind which limit; it stays what it was
 * @param law a part of the law cited, such as the number of a regulation
 * @param platform the code of a platform of the directory
 * @param urgent true for what is urgent or falls into an election, false for all else
 * @param source where the limit comes from: a law, a declaration, a platform's commitment, a rule of the desk
 * @param reason why it is changed
 */
public record ClockPolicyRequest(
        @NotNull ClockKind kind,

        @Pattern(regexp = "REFERRAL|NOTICE|ORDER") @Size(max = 20) @Nullable
        String instrument,

        @Size(min = 1, max = 100) @Nullable String category,
        @Size(min = 3, max = 100) @Nullable String law,
        @Size(min = 1, max = 50) @Nullable String platform,
        @Nullable Boolean urgent,

        @NotNull @Min(60) @Max(ClockPolicyRequest.SECONDS_OF_A_YEAR)
        Integer limitSeconds,

        @NotNull AfterWait afterWait,
        @NotBlank @Size(max = 300) String source,
        @NotBlank @Size(max = 2000) String reason) {

    static final int SECONDS_OF_A_YEAR = 31_536_000;

    /** @param platforms the codes of the directory */
    void check(Set<String> platforms) {
        List<Problem.Place> wrong = new ArrayList<>();
        if (category != null && Category.of(category).isEmpty()) {
            wrong.add(new Problem.Place("/category", "is not a known category"));
        }
        if (platform != null && !platforms.contains(platform)) {
            wrong.add(new Problem.Place("/platform", "is not a platform of the directory"));
        }
        if (!kind.ofOrder() && platform != null) {
            wrong.add(new Problem.Place("/platform", "only clocks of orders have a platform"));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidRequest(wrong);
        }
    }
}
