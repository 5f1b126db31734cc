// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.operations;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What can be told of an expression without Prometheus: which metrics it names, and that it is not broken off. Its grammar is
 * checked by {@code ./siaga lint}, with Prometheus' own.
 */
record PromQl(String text) {

    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern NOT_METRICS = Pattern.compile(
            "\\{[^{}]*\\}|\\[[^\\]]*\\]|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^()]*\\)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.:])[a-zA-Z_:][\\w:]*(?!\\s*\\()(?![\\w:])");
    private static final Set<String> WORDS =
            Set.of("and", "or", "unless", "bool", "offset", "by", "without", "on", "ignoring", "inf", "nan");
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    /** The metrics that it reads. */
    Set<String> metrics() {
        String bare = NOT_METRICS.matcher(unquoted()).replaceAll(" ");
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(bare);
        while (name.find()) {
            if (!WORDS.contains(name.group())) {
                names.add(name.group());
            }
        }
        return names;
    }

    /** Whether each bracket is closed by its own kind. */
    boolean isBalanced() {
        Deque<Integer> open = new ArrayDeque<>();
        for (char c : unquoted().toCharArray()) {
            if (OPENING.indexOf(c) >= 0) {
                open.push(OPENING.indexOf(c));
            } else if (CLOSING.indexOf(c) >= 0 && (open.isEmpty() || open.pop() != CLOSING.indexOf(c))) {
                return false;
            }
        }
        return open.isEmpty();
    }

    private String unquoted() {
        return QUOTED.matcher(text).replaceAll("\"\"");
    }
}
