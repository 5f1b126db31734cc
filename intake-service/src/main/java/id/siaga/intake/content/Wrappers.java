// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Redirects, archives and caches that carry the address of the content in their own. */
final class Wrappers {

    private static final String ANY_LABEL = "*";
    private static final Pattern ENCODED = Pattern.compile("https?:(%2F)+.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SLASHES = Pattern.compile("^(https?:)/+", Pattern.CASE_INSENSITIVE);

    private final Locators<String> locators;

    Wrappers(ContentRules.Wrapping wrapping) {
        List<Locators.Rule<String>> rules = new ArrayList<>();
        for (ContentRules.Wrapper wrapper : wrapping.wrappers()) {
            for (String locator : wrapper.locators()) {
                LocatorTemplate template = new LocatorTemplate(locator, wrapping.names());
                rules.add(new Locators.Rule<>(template.host(), template, wrapper.inner()));
            }
        }
        locators = new Locators<>(rules);
    }

    /** What is said to be inside, or null when this wraps nothing; it may be anything. */
    @Nullable
    String inside(String host, Address address) {
        Locators.Found<String> found = locators.find(host, address);
        if (found == null) {
            found = locators.find(ANY_LABEL + host.substring(Math.max(0, host.indexOf('.'))), address);
        }
        return found == null ? null : PlatformRules.fill(found.meaning(), repaired(found.captured()));
    }

    // In a path the address has lost a slash on the way, or is encoded as a whole.
    private static Map<String, String> repaired(Map<String, String> captured) {
        captured.computeIfPresent("rest", (name, rest) -> {
            String plain = ENCODED.matcher(rest).matches()
                    ? rest.replace("%2F", "/")
                            .replace("%3F", "?")
                            .replace("%3D", "=")
                            .replace("%26", "&")
                    : rest;
            return SLASHES.matcher(plain).replaceFirst("$1//");
        });
        return captured;
    }
}
