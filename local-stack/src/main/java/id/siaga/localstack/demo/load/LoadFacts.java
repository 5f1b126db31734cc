// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.platform.LedgerLine;
import id.siaga.localstack.platform.conduct.Cast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that the account of a load is made from: the clients' receipts, what the public APIs answered at the end, and the
 * far side's ledger. Nothing here comes from a service's tables.
 *
 * @param cast whether the platforms kept their characters
 * @param notLinked kept reports that their reporters do not see linked
 * @param cases of these reports, as the auditor sees them
 * @param orders of these cases, as the auditor sees them
 * @param reports those whose reporters own an endpoint, as they see them, by id
 * @param troubles what kept a case from being decided, by case
 * @param served how many orders were served by hand
 */
record LoadFacts(
        Instant startedAt,
        Cast cast,
        List<Sent> sent,
        Set<String> notLinked,
        List<JsonNode> cases,
        List<JsonNode> orders,
        Map<String, JsonNode> reports,
        Map<String, String> troubles,
        int served,
        List<LedgerLine> ledger,
        Phases phases) {

    /** When the parts of a load were done, counted from its start; null where nothing came of it. */
    record Phases(
            Duration sending,
            Duration linked,
            Duration decided,
            Duration answered,
            @Nullable Duration delivered) {

        Phases withDelivered(Duration after) {
            return new Phases(sending, linked, decided, answered, after);
        }
    }

    LoadFacts seenAgain(Map<String, JsonNode> fresher, List<LedgerLine> read, Duration after) {
        Map<String, JsonNode> all = new HashMap<>(reports);
        all.putAll(fresher);
        return new LoadFacts(
                startedAt,
                cast,
                sent,
                notLinked,
                cases,
                orders,
                all,
                troubles,
                served,
                read,
                phases.withDelivered(after));
    }

    /** The ledger's lines by what they are about, in their order: walked once instead of once for each order. */
    Map<String, List<LedgerLine>> bySubject() {
        Map<String, List<LedgerLine>> lines = new HashMap<>();
        for (LedgerLine line : ledger) {
            lines.computeIfAbsent(line.subject(), first -> new ArrayList<>()).add(line);
        }
        return lines;
    }
}
