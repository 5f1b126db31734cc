// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import io.opentelemetry.context.Context;
import java.util.Map;

/**
 * A report that was found sound, and who sends it.
 *
 * @param trace that of the request which brought it: its events go on with it, whoever's thread stores it
 */
record Sending(Sender sender, ReportDraft draft, Context trace) {

    /** The same about the contents that stand for its own. */
    Sending following(Map<String, String> representatives) {
        return new Sending(sender, draft.following(representatives), trace);
    }

    /** A report of the current request. */
    static Sending of(Sender sender, ReportDraft draft) {
        return new Sending(sender, draft, Context.current());
    }
}
