// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Locators of many hosts, found by host and first segment of the path, so that few are tried for one URL. */
final class Locators<T> {

    /** A locator of one host and what it means; in a list the first that fits decides. */
    record Rule<T>(String host, LocatorTemplate template, T meaning) {}

    /** A locator that fits. */
    record Found<T>(T meaning, Map<String, String> captured) {}

    private record Site<T>(Map<String, List<Rule<T>>> byFirstSegment, List<Rule<T>> others) {}

    private final Map<String, Site<T>> sites = new HashMap<>();

    Locators(List<Rule<T>> rules) {
        Map<String, List<Rule<T>>> byHost = new LinkedHashMap<>();
        rules.forEach(rule -> byHost.merge(rule.host(), List.of(rule), Locators::joined));
        byHost.forEach((host, ofHost) -> sites.put(host, site(ofHost)));
    }

    private static <T> Site<T> site(List<Rule<T>> rules) {
        Set<String> literals = new LinkedHashSet<>();
        for (Rule<T> rule : rules) {
            String first = rule.template().firstSegment();
            if (first != null) {
                literals.add(first);
            }
        }
        Map<String, List<Rule<T>>> byFirstSegment = new HashMap<>();
        literals.forEach(literal -> byFirstSegment.put(literal, beginningWith(literal, rules)));
        return new Site<>(byFirstSegment, beginningWith(null, rules));
    }

    private static <T> List<Rule<T>> beginningWith(@Nullable String literal, List<Rule<T>> rules) {
        return rules.stream()
                .filter(rule -> rule.template().firstSegment() == null
                        || rule.template().firstSegment().equals(literal))
                .toList();
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    Set<String> hosts() {
        return sites.keySet();
    }

    /** The first locator that fits, or null. */
    @Nullable
    Found<T> find(String host, Address address) {
        Site<T> site = sites.get(host);
        if (site == null) {
            return null;
        }
        String first = address.segments().isEmpty() ? "" : address.segments().getFirst();
        for (Rule<T> rule : site.byFirstSegment().getOrDefault(first, site.others())) {
            Map<String, String> captured = rule.template().match(address);
            if (captured != null) {
                return new Found<>(rule.meaning(), captured);
            }
        }
        return null;
    }
}
