// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.chart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of all values, made of {@code values.yaml} and of what stands there above each, after {@code # --}. */
final class ValuesReference {

    private static final Pattern SAID = Pattern.compile("( *)# -- (.+)");
    private static final Pattern KEY = Pattern.compile("( *)([A-Za-z]\\w*):.*");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> said;
    private final List<String> undocumented = new ArrayList<>();
    private final StringBuilder table = new StringBuilder("| Value | Default | What it is |\n|---|---|---|\n");

    private ValuesReference(Map<String, String> said) {
        this.said = said;
    }

    static ValuesReference of(Path valuesFile) throws IOException {
        ValuesReference reference = new ValuesReference(comments(Files.readAllLines(valuesFile)));
        reference.add("", Values.in(valuesFile));
        return reference;
    }

    String table() {
        return table.toString();
    }

    /** Values of which nothing is said. */
    List<String> undocumented() {
        return List.copyOf(undocumented);
    }

    private void add(String above, Map<?, ?> values) {
        values.forEach((key, value) -> {
            String path = above + key;
            String text = said.get(path);
            if (text != null) {
                table.append("| `%s` | `%s` | %s |\n".formatted(path, shown(value), text.replace("|", "\\|")));
            } else if (value instanceof Map<?, ?> below && !below.isEmpty()) {
                add(path + ".", below);
            } else {
                undocumented.add(path);
            }
        });
    }

    private static String shown(Object value) {
        try {
            return JSON.writeValueAsString(value).replace("|", "\\|");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(value + " is no JSON", e);
        }
    }

    /** What is said of each value, by its path. */
    private static Map<String, String> comments(List<String> lines) {
        Map<String, String> comments = new HashMap<>();
        Deque<String> path = new ArrayDeque<>();
        Deque<Integer> depths = new ArrayDeque<>();
        String last = "";
        int lastDepth = -1;
        for (String line : lines) {
            Matcher comment = SAID.matcher(line);
            Matcher key = KEY.matcher(line);
            if (comment.matches()) {
                last = comment.group(2);
                lastDepth = comment.group(1).length();
            } else if (key.matches()) {
                int depth = key.group(1).length();
                while (!depths.isEmpty() && depths.getLast() >= depth) {
                    depths.removeLast();
                    path.removeLast();
                }
                depths.addLast(depth);
                path.addLast(key.group(2));
                if (lastDepth == depth) {
                    comments.put(String.join(".", path), last);
                }
                lastDepth = -1;
            } else {
                lastDepth = -1;
            }
        }
        return comments;
    }
}
