// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One locator of content-rules.yaml, compiled: what must stand in path and query, and what is captured there. */
final class LocatorTemplate {

    private static final Pattern TOKEN = Pattern.compile("\\{(\\w+)}|\\*|[^{*]+");
    private static final String ANY_MORE = "**";
    private static final String REST = "{rest}";

    private final String host;
    private final List<Part> segments = new ArrayList<>();
    private final Map<String, Part> parameters = new LinkedHashMap<>();
    private final boolean anyMore;
    private final boolean rest;

    LocatorTemplate(String template, Map<String, String> shapes) {
        int question = template.indexOf('?');
        String address = question < 0 ? template : template.substring(0, question);
        List<String> parts = List.of(address.split("/", -1));
        host = parts.getFirst();
        anyMore = parts.getLast().equals(ANY_MORE);
        rest = parts.getLast().equals(REST);
        parts.subList(1, parts.size() - (anyMore || rest ? 1 : 0)).stream()
                .filter(part -> !part.isEmpty())
                // As a plus stands in a path whose percent-encoding has one form.
                .map(part -> part.replace("+", "%2B"))
                .forEach(part -> segments.add(Part.of(part, shapes)));
        if (question >= 0) {
            for (String parameter : template.substring(question + 1).split("&", -1)) {
                int equals = parameter.indexOf('=');
                parameters.put(parameter.substring(0, equals), Part.of(parameter.substring(equals + 1), shapes));
            }
        }
    }

    String host() {
        return host;
    }

    /** The first segment, where the template leaves no choice; empty for a locator without a path. */
    @Nullable
    String firstSegment() {
        if (segments.isEmpty()) {
            return anyMore || rest ? null : "";
        }
        return segments.getFirst().literal();
    }

    /** The captures by name, in the template's order, or null when the locator does not fit. */
    @Nullable
    Map<String, String> match(Address address) {
        int found = address.segments().size();
        if (found < segments.size() || (rest ? found == segments.size() : !anyMore && found > segments.size())) {
            return null;
        }
        Map<String, String> captured = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            if (!segments.get(i).take(address.segments().get(i), captured)) {
                return null;
            }
        }
        for (Map.Entry<String, Part> parameter : parameters.entrySet()) {
            String value = address.parameter(parameter.getKey());
            if (value == null || !parameter.getValue().take(value, captured)) {
                return null;
            }
        }
        if (rest) {
            captured.put("rest", address.rest(segments.size()));
        }
        return captured;
    }

    /** One segment of a path or one value of a query. */
    private sealed interface Part {

        boolean take(String value, Map<String, String> captured);

        default @Nullable String literal() {
            return null;
        }

        static Part of(String template, Map<String, String> shapes) {
            if (template.equals("*")) {
                return new Any();
            }
            if (template.indexOf('{') < 0 && template.indexOf('*') < 0) {
                return new Literal(template);
            }
            return new Shaped(Pattern.compile(expression(template, shapes)));
        }

        private static String expression(String template, Map<String, String> shapes) {
            StringBuilder expression = new StringBuilder();
            Matcher token = TOKEN.matcher(template);
            while (token.find()) {
                String name = token.group(1);
                if (name != null) {
                    String shape = Objects.requireNonNull(shapes.get(name), () -> "no shape for " + name);
                    expression
                            .append("(?<")
                            .append(name)
                            .append('>')
                            .append(shape)
                            .append(')');
                } else if (token.group().equals("*")) {
                    expression.append(".+");
                } else {
                    expression.append(Pattern.quote(token.group()));
                }
            }
            return expression.toString();
        }
    }

    private record Any() implements Part {
        @Override
        public boolean take(String value, Map<String, String> captured) {
            return true;
        }
    }

    private record Literal(String literal) implements Part {
        @Override
        public boolean take(String value, Map<String, String> captured) {
            return literal.equals(value);
        }
    }

    private record Shaped(Pattern pattern, List<String> names) implements Part {

        /** No names: in the canonical spelling they would lead somewhere else. */
        private static final Set<String> STEPS = Set.of(".", "..");

        Shaped(Pattern pattern) {
            this(pattern, List.copyOf(pattern.namedGroups().keySet()));
        }

        @Override
        public boolean take(String value, Map<String, String> captured) {
            Matcher matcher = pattern.matcher(value);
            if (!matcher.matches() || names.stream().anyMatch(name -> STEPS.contains("" + matcher.group(name)))) {
                return false;
            }
            for (String name : names) {
                captured.put(name, matcher.group(name));
            }
            return true;
        }
    }
}
