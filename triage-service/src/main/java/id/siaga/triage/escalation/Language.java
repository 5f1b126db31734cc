// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import java.util.Locale;

/** In what a letter is written. */
public enum Language {
    ID,
    EN;

    /** As HTML names it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
