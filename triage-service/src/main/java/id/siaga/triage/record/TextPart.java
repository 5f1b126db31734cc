// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import java.util.Locale;

/** Which text of an entry. */
public enum TextPart {
    WHO,
    WHY;

    /** How the database and the facts of an erasure write it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
