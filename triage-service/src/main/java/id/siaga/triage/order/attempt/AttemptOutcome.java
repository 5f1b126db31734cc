// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.attempt;

import java.util.Locale;

/** What came of an attempt to serve. */
public enum AttemptOutcome {
    /** It was sent; nothing proves that it has arrived. */
    TRIED,
    /** It did not reach the platform this way: the next way is due. */
    FAILED,
    /** It was served, which is proven. */
    SERVED;

    /** As the record names it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
