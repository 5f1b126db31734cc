// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.statement;

import id.siaga.triage.order.answer.Outcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The restriction that an answer speaks of.
 *
 * @param visibility the code of a restriction of what can be seen
 * @param account the code of a restriction of the account
 */
public record DsaMeasure(
        @Nullable String visibility, @Nullable String account) {

    /** None where nothing was restricted: there is nothing to state reasons for. */
    public static Optional<DsaMeasure> of(Outcome.Result result) {
        return switch (result) {
            case REMOVED -> visible("DECISION_VISIBILITY_CONTENT_REMOVED");
            // Where it is disabled, the territorial scope says.
            case ACCESS_DISABLED, GEO_RESTRICTED -> visible("DECISION_VISIBILITY_CONTENT_DISABLED");
            case LABELLED -> visible("DECISION_VISIBILITY_CONTENT_LABELLED");
            case DEMOTED -> visible("DECISION_VISIBILITY_CONTENT_DEMOTED");
            case AGE_RESTRICTED -> visible("DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED");
            case ACCOUNT_SUSPENDED -> Optional.of(new DsaMeasure(null, "DECISION_ACCOUNT_SUSPENDED"));
            case ALREADY_GONE, NOT_FOUND, REFUSED -> Optional.empty();
        };
    }

    private static Optional<DsaMeasure> visible(String code) {
        return Optional.of(new DsaMeasure(code, null));
    }
}
