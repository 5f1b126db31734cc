// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform.conduct;

import java.util.Locale;

/** The character of a sample party: what may be expected of it, and so what is no fault of the suite. */
public enum Temper {
    PROMPT("answers at once"),
    SLOW("takes seconds for a webhook, and seconds more for its answer"),
    REFUSING("answers at once, and refuses on a ground of the closed list"),
    FAILING("its endpoint fails most calls: 503, or no answer at all"),
    SILENT("confirms webhooks, and never acknowledges or answers");

    private final String meaning;

    Temper(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    /** As people read it. */
    public String shown() {
        return name().toLowerCase(Locale.ROOT);
    }
}
