// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a reporter says to be expression that deserves particular care. */
public enum Flag {
    POLITICAL_SPEECH("politicalSpeech"),
    JOURNALISM("journalism"),
    SATIRE("satire"),
    ACADEMIC("academic");

    private final String code;

    Flag(String code) {
        this.code = code;
    }

    /** The code in requests, answers, events and the database; also what an error message lists. */
    @JsonValue
    @Override
    public String toString() {
        return code;
    }
}
