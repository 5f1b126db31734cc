// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import id.siaga.notification.endpoint.EventTypePattern;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which types a reader wants: patterns as endpoints have them, with commas between them.
 *
 * @param text empty for all
 */
record TypeFilter(String text) {

    /** So long that a cursor which carries it is no longer than any other. */
    static final int LONGEST = 100;

    static final String SYNTAX = "(?:" + EventTypePattern.SYNTAX + ")(?:,(?:" + EventTypePattern.SYNTAX + "))*";

    static TypeFilter of(@Nullable String text) {
        return new TypeFilter(text == null ? "" : text);
    }

    static boolean isOne(String text) {
        return text.length() <= LONGEST && text.matches(SYNTAX);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** What PostgreSQL matches full types with; null for all. */
    @Nullable
    String regex() {
        return text.isEmpty()
                ? null
                : Arrays.stream(text.split(","))
                        .map(pattern -> pattern.equals("*") ? "*.*" : pattern)
                        .map(pattern -> pattern.replace(".", "\\.").replace("*", "[a-z-]+"))
                        .collect(Collectors.joining("|", "^id\\.siaga\\.(?:", ")\\.v[0-9]+$"));
    }
}
