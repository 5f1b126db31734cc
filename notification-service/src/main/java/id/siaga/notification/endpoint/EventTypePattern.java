// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an endpoint wants to hear: {@code noun.verb}, where a segment may be {@code *}, or {@code *} alone.
 *
 * @param text as its owner wrote it
 */
public record EventTypePattern(String text) {

    /** What a pattern must look like. */
    public static final String SYNTAX = "\\*|(?:\\*|[a-z]+(?:-[a-z]+)*)\\.(?:\\*|[a-z]+(?:-[a-z]+)*)";

    private static final Pattern TYPE =
            Pattern.compile("id\\.siaga\\.([a-z]+(?:-[a-z]+)*)\\.([a-z]+(?:-[a-z]+)*)\\.v[0-9]+");

    /**
     * Every pattern that a full event type matches; a type matches in so few ways that a set intersection in the
     * database replaces matching row by row. Empty for what is no type of this suite.
     */
    public static List<String> matching(String eventType) {
        Matcher type = TYPE.matcher(eventType);
        if (!type.matches()) {
            return List.of();
        }
        String noun = type.group(1);
        String verb = type.group(2);
        return List.of("*", "*.*", noun + "." + verb, noun + ".*", "*." + verb);
    }

    public boolean matches(String eventType) {
        return matching(eventType).contains(text);
    }
}
