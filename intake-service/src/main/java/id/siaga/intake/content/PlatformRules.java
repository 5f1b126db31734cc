// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of one platform: which hosts are its own, and which locators name which content. */
final class PlatformRules {

    /** A locator that was understood. */
    record Match(String kind, String id, String canonical) {}

    private static final String ANY_HOST = "*";

    /** No platform has longer ones, and consumers index keys. */
    private static final int LONGEST_ID = 255;

    private final String code;
    private final Map<String, String> aliases;
    private final Set<String> domains;
    private final Pattern prefix;
    private final ParameterNames tracking;
    private final Map<String, Set<String>> reserved;
    private final Locators<ContentRules.Kind> locators;

    PlatformRules(ContentRules.Platform platform) {
        code = platform.platform();
        aliases = orNone(platform.aliases());
        domains = new TreeSet<>(platform.hosts());
        domains.addAll(aliases.keySet());
        prefix = Pattern.compile(String.join("|", orNone(platform.prefixes())));
        tracking = new ParameterNames(orNone(platform.tracking()));
        reserved = orNone(platform.reserved()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, names -> Set.copyOf(names.getValue())));
        locators = new Locators<>(rules(platform));
    }

    private static List<Locators.Rule<ContentRules.Kind>> rules(ContentRules.Platform platform) {
        List<Locators.Rule<ContentRules.Kind>> rules = new ArrayList<>();
        for (ContentRules.Kind kind : orNone(platform.kinds())) {
            for (String locator : kind.locators()) {
                LocatorTemplate template = new LocatorTemplate(locator, orNone(platform.names()));
                List<String> hosts = template.host().equals(ANY_HOST) ? platform.hosts() : List.of(template.host());
                hosts.forEach(host -> rules.add(new Locators.Rule<>(host, template, kind)));
            }
        }
        return rules;
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    private static <T> Map<String, T> orNone(@Nullable Map<String, T> map) {
        return Objects.requireNonNullElse(map, Map.of());
    }

    String code() {
        return code;
    }

    Set<String> domains() {
        return domains;
    }

    boolean hasPrefix(String label) {
        return prefix.matcher(label).matches();
    }

    boolean isTracking(String parameter) {
        return tracking.contains(parameter);
    }

    /** The host that stands for all under which the platform serves the same paths. */
    String canonicalHost(String host) {
        String domain = domains.contains(host) ? host : host.substring(host.indexOf('.') + 1);
        return aliases.getOrDefault(domain, domain);
    }

    @Nullable
    Match match(String host, Address address) {
        Match whole = find(host, address.routed());
        if (whole != null) {
            return whole;
        }
        Address first = address.first();
        return first == null ? null : find(host, first);
    }

    private @Nullable Match find(String host, Address address) {
        Locators.Found<ContentRules.Kind> found = locators.find(host, address);
        if (found == null || isReserved(found.captured())) {
            return null;
        }
        ContentRules.Kind kind = found.meaning();
        Map<String, String> captured = found.captured();
        captured.replaceAll((name, value) -> written(kind, value));
        // Once more: a name that dots set apart from a path of the platform is that path without them.
        if (isReserved(captured)) {
            return null;
        }
        captured.put("host", host);
        String id = fill(kind.id(), captured);
        return id.length() > LONGEST_ID ? null : new Match(kind.kind(), id, fill(kind.canonical(), captured));
    }

    private boolean isReserved(Map<String, String> captured) {
        for (Map.Entry<String, Set<String>> names : reserved.entrySet()) {
            String value = captured.get(names.getKey());
            if (value != null && names.getValue().contains(value.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static String written(ContentRules.Kind kind, String value) {
        String written = kind.lowercase() ? value.toLowerCase(Locale.ROOT) : value;
        for (char meaningless : orNone(kind.without()).toCharArray()) {
            written = written.replace(String.valueOf(meaningless), "");
        }
        return written;
    }

    private static String orNone(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    static String fill(String template, Map<String, String> captured) {
        String filled = template;
        for (Map.Entry<String, String> capture : captured.entrySet()) {
            filled = filled.replace("{" + capture.getKey() + "}", capture.getValue());
        }
        return filled;
    }
}
