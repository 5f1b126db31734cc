// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.answer;

import id.siaga.web.InvalidRequest;
import id.siaga.web.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a platform did, per locator; several answers may make up the whole. */
public record AnswerRequest(@NotEmpty @Size(max = 1000) List<@NotNull @Valid LocatorAnswer> results) {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /**
     * One locator's result.
     *
     * @param actedAt when it was done; needed unless nothing was done
     * @param refusalGround why it was refused; needed with REFUSED, and only then
     * @param note needed with the refusal ground OTHER
     */
    public record LocatorAnswer(
            @NotNull UUID locatorId,
            Outcome.@NotNull Result result,

            @Nullable @Size(max = 250)
            List<
                            @NotNull @Size(max = 6)
                            @Pattern(regexp = "[A-Z]{2}(-[A-Z0-9]{1,3})?", message = "must be an ISO 3166 code") String>
                    territories,

            @Nullable Instant actedAt,
            @Nullable @Size(max = 1000) String ground,
            Outcome.@Nullable RefusalGround refusalGround,
            @Nullable @Size(max = 200) String reference,
            @Nullable @Size(max = 2000) String note) {

        public Outcome outcome() {
            return new Outcome(
                    result,
                    territories == null ? List.of() : territories,
                    actedAt,
                    ground,
                    refusalGround,
                    reference,
                    note);
        }
    }

    /** Refuses results that contradict themselves. */
    public void check(Instant now) {
        List<Problem.Place> wrong = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < results.size(); i++) {
            String at = "/results/" + i;
            LocatorAnswer result = results.get(i);
            if (!seen.add(result.locatorId)) {
                wrong.add(new Problem.Place(at + "/locatorId", "is answered twice"));
            }
            boolean refused = result.result == Outcome.Result.REFUSED;
            if (refused && result.refusalGround == null) {
                wrong.add(new Problem.Place(at + "/refusalGround", "is needed with REFUSED"));
            }
            if (!refused && result.refusalGround != null) {
                wrong.add(new Problem.Place(at + "/refusalGround", "goes with REFUSED only"));
            }
            if (result.refusalGround == Outcome.RefusalGround.OTHER && (result.note == null || result.note.isBlank())) {
                wrong.add(new Problem.Place(at + "/note", "is needed with the ground OTHER"));
            }
            if (result.result.acted() && result.actedAt == null) {
                wrong.add(new Problem.Place(at + "/actedAt", "is needed with " + result.result));
            }
            if (result.actedAt != null && result.actedAt.isAfter(now.plus(CLOCKS_DIFFER))) {
                wrong.add(new Problem.Place(at + "/actedAt", "is in the future"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidRequest(wrong);
        }
    }
}
