// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a batch of intake's topic says, each thing once, in the order of its arrival. */
final class Reported {

    private final Map<UUID, ReportSubmitted> submitted = new LinkedHashMap<>();
    private final Map<UUID, ReportSupplemented> supplemented = new LinkedHashMap<>();
    private final Map<UUID, ReportWithdrawn> withdrawn = new LinkedHashMap<>();

    void add(ReportSubmitted item) {
        submitted.putIfAbsent(item.itemId(), item);
    }

    void add(ReportSupplemented supplement) {
        supplemented.putIfAbsent(supplement.supplementId(), supplement);
    }

    void add(ReportWithdrawn withdrawal) {
        withdrawn.putIfAbsent(withdrawal.itemId(), withdrawal);
    }

    Collection<ReportSubmitted> submitted() {
        return submitted.values();
    }

    Collection<ReportSupplemented> supplemented() {
        return supplemented.values();
    }

    Collection<ReportWithdrawn> withdrawn() {
        return withdrawn.values();
    }

    /** The items of which something is said that is not their first mention. */
    Set<UUID> spokenOfAgain() {
        return Stream.concat(
                        supplemented.values().stream().map(ReportSupplemented::itemId), withdrawn.keySet().stream())
                .collect(Collectors.toSet());
    }
}
