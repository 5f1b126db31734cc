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
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The rules of one platform: which hosts are its own, and which locators name which content. */
final class PlatformRules {

    /** A locator that was understood. */
    record Match(String kind, String id, String canonical) {}

    private record Rule(LocatorTemplate locator, ContentRules.Kind kind) {}

    private final String code;
    private final Map<String, String> aliases;
    private final Set<String> domains;
    private final Pattern prefix;
    private final ParameterNames tracking;
    private final List<Rule> rules = new ArrayList<>();

    PlatformRules(ContentRules.Platform platform) {
        code = platform.platform();
        aliases = Objects.requireNonNullElse(platform.aliases(), Map.of());
        domains = new TreeSet<>(platform.hosts());
        domains.addAll(aliases.keySet());
        prefix = Pattern.compile(String.join("|", Objects.requireNonNullElse(platform.prefixes(), List.of())));
        tracking = new ParameterNames(Objects.requireNonNullElse(platform.tracking(), List.of()));
        Map<String, String> names = Objects.requireNonNullElse(platform.names(), Map.of());
        for (ContentRules.Kind kind : Objects.requireNonNullElse(platform.kinds(), List.<ContentRules.Kind>of())) {
            kind.locators().forEach(locator -> rules.add(new Rule(new LocatorTemplate(locator, names), kind)));
        }
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
    Match match(String host, HttpUrl url) {
        String address = canonicalHost(host) + CanonicalUrl.path(url);
        for (Rule rule : rules) {
            Map<String, String> captured = rule.locator().match(address, url);
            if (captured != null) {
                return match(rule.kind(), captured);
            }
        }
        return null;
    }

    private static Match match(ContentRules.Kind kind, Map<String, String> captured) {
        if (kind.lowercase()) {
            captured.replaceAll((name, value) -> value.toLowerCase(Locale.ROOT));
        }
        String id = kind.id() == null ? captured.values().iterator().next() : fill(kind.id(), captured);
        return new Match(kind.kind(), id, fill(kind.canonical(), captured));
    }

    private static String fill(String template, Map<String, String> captured) {
        String filled = template;
        for (Map.Entry<String, String> capture : captured.entrySet()) {
            filled = filled.replace("{" + capture.getKey() + "}", capture.getValue());
        }
        return filled;
    }
}
