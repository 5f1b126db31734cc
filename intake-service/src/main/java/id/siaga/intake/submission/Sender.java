// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.web.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a report.
 *
 * @param unit the part of the party that its token names, if any
 * @param mayOrder whether it is an authority, which alone may ask for a binding measure
 */
record Sender(String party, @Nullable String unit, boolean mayOrder) {

    static Sender of(Caller caller) {
        return new Sender(caller.party(), caller.unit().orElse(null), caller.has("authority"));
    }
}
