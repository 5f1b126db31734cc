// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** One locator of content-rules.yaml, compiled: where its captures stand in host, path and query. */
final class LocatorTemplate {

    private static final Pattern TOKEN = Pattern.compile("\\{(\\w+)}|\\*\\*|\\*|[^{*]+");

    private final Pattern address;
    private final Map<String, Pattern> parameters = new LinkedHashMap<>();

    LocatorTemplate(String template, Map<String, String> shapes) {
        int question = template.indexOf('?');
        address = Pattern.compile(expression(question < 0 ? template : template.substring(0, question), shapes));
        if (question >= 0) {
            for (String parameter : template.substring(question + 1).split("&", -1)) {
                int equals = parameter.indexOf('=');
                parameters.put(
                        parameter.substring(0, equals),
                        Pattern.compile(expression(parameter.substring(equals + 1), shapes)));
            }
        }
    }

    /** The captures by name, in the template's order, or null when the locator does not fit. */
    @Nullable
    Map<String, String> match(String hostAndPath, HttpUrl url) {
        Map<String, String> captured = new LinkedHashMap<>();
        if (!take(address, hostAndPath, captured)) {
            return null;
        }
        for (Map.Entry<String, Pattern> parameter : parameters.entrySet()) {
            String value = url.queryParameter(parameter.getKey());
            if (value == null || !take(parameter.getValue(), value, captured)) {
                return null;
            }
        }
        return captured;
    }

    private static boolean take(Pattern pattern, String value, Map<String, String> captured) {
        Matcher matcher = pattern.matcher(value);
        if (!matcher.matches()) {
            return false;
        }
        pattern.namedGroups().keySet().forEach(name -> captured.put(name, matcher.group(name)));
        return true;
    }

    private static String expression(String template, Map<String, String> shapes) {
        StringBuilder expression = new StringBuilder();
        Matcher token = TOKEN.matcher(template);
        while (token.find()) {
            String name = token.group(1);
            if (name != null) {
                String shape = Objects.requireNonNull(shapes.get(name), () -> "no shape for " + name);
                expression.append("(?<").append(name).append('>').append(shape).append(')');
            } else if (token.group().equals("**")) {
                expression.append(".*");
            } else if (token.group().equals("*")) {
                expression.append("[^/]+");
            } else {
                expression.append(Pattern.quote(token.group()));
            }
        }
        return expression.toString();
    }
}
