// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import java.util.Set;

/**
 * Names that mean something else in every network and nothing outside of one. Nobody who is to be told is behind them,
 * whatever they resolve to; and whether one resolves is nobody's business.
 */
final class LocalNames {

    private static final Set<String> TOP_LEVEL = Set.of(
            "alt",
            "arpa",
            "corp",
            "home",
            "internal",
            "intranet",
            "invalid",
            "lan",
            "local",
            "localdomain",
            "localhost",
            "onion",
            "private",
            "svc");

    private LocalNames() {}

    /** @param host in lower case, without a dot at its end */
    static boolean contain(String host) {
        if (host.startsWith("[") || isNumber(host.substring(host.lastIndexOf('.') + 1))) {
            return false;
        }
        int dot = host.lastIndexOf('.');
        // One label alone is searched for in the domains of whoever asks.
        return dot < 0 || TOP_LEVEL.contains(host.substring(dot + 1));
    }

    private static boolean isNumber(String label) {
        return !label.isEmpty() && label.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
