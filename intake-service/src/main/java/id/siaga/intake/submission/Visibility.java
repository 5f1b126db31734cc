// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.web.Caller;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose reports a caller sees.
 *
 * @param party the only party whose reports are seen, or null for the desk, which sees all
 */
record Visibility(@Nullable String party) {

    private static final Set<String> DESK = Set.of("officer", "approver", "auditor", "operator");

    static Visibility of(Caller caller) {
        return new Visibility(caller.hasAny(DESK) ? null : caller.party());
    }
}
