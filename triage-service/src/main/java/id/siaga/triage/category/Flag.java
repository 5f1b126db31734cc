// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.category;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** Marks of protected expression; each asks for an approver of another organisation than the proposer's. */
public enum Flag {
    POLITICAL_SPEECH("politicalSpeech"),
    JOURNALISM("journalism"),
    SATIRE("satire"),
    ACADEMIC("academic");

    private final String code;

    Flag(String code) {
        this.code = code;
    }

    public static Optional<Flag> of(String code) {
        return Arrays.stream(values()).filter(f -> f.code.equals(code)).findFirst();
    }

    /** Whether any of these codes marks protected expression. */
    public static boolean anyOf(Collection<String> codes) {
        return codes.stream().anyMatch(code -> of(code).isPresent());
    }

    public String code() {
        return code;
    }
}
