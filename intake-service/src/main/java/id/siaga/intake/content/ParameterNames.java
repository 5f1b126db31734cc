// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A set of query parameter names, some of them given by their beginning only. */
final class ParameterNames {

    private final Set<String> whole = new HashSet<>();
    private final List<String> beginnings;

    ParameterNames(List<String> patterns) {
        patterns.stream().filter(pattern -> !pattern.endsWith("*")).forEach(whole::add);
        beginnings = patterns.stream()
                .filter(pattern -> pattern.endsWith("*"))
                .map(pattern -> pattern.substring(0, pattern.length() - 1))
                .toList();
    }

    boolean contains(String name) {
        if (whole.contains(name)) {
            return true;
        }
        for (String beginning : beginnings) {
            if (name.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }
}
