// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.web.Caller;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose reports a caller sees.
 *
 * @param party the only party whose reports are seen, or null for the desk, which sees all
 * @param unit the only unit of it whose reports are seen, or null for all of the party
 */
record Visibility(@Nullable String party, @Nullable String unit) {

    private static final Set<String> DESK = Set.of("officer", "approver", "auditor", "operator");

    static Visibility of(Caller caller) {
        return caller.hasAny(DESK) ? new Visibility(null, null) : own(caller);
    }

    /** Only what the caller's own party, and unit, has sent: for changes of it, which the desk does not make. */
    static Visibility own(Caller caller) {
        return new Visibility(caller.party(), caller.unit().orElse(null));
    }

    boolean covers(Report report) {
        return (party == null || party.equals(report.party())) && (unit == null || unit.equals(report.unit()));
    }
}
