// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a receiver may rely on where something comes twice. */
final class Repetitions {

    private Repetitions() {}

    /** Every repetition has the id of the first, and its bytes. */
    static void areUnderOneIdWithTheSameBytes(List<JsonNode> ledger) {
        Map<String, Set<String>> idsOfEvent = new TreeMap<>();
        Map<String, Set<String>> bodiesOfId = new HashMap<>();
        for (JsonNode line : ledger) {
            String event = line.path("party").asText() + " " + line.path("type").asText() + " "
                    + line.path("subject").asText() + " #"
                    + line.path("sequence").asText();
            String id = line.path("webhook-id").asText();
            idsOfEvent.computeIfAbsent(event, first -> new TreeSet<>()).add(id);
            bodiesOfId
                    .computeIfAbsent(id, first -> new HashSet<>())
                    .add(line.path("bytes").asText());
        }
        idsOfEvent.values().removeIf(ids -> ids.size() == 1);
        bodiesOfId.values().removeIf(bodies -> bodies.size() == 1);
        assertEquals(Map.of(), idsOfEvent, "one webhook-id for each event");
        assertEquals(Map.of(), bodiesOfId, "the same bytes at every repetition");
    }

    /** Of each subject nothing comes after what was said later. */
    static void keepTheOrderOfEachSubject(List<JsonNode> ledger) {
        Map<String, Long> last = new HashMap<>();
        for (JsonNode line : ledger) {
            String lane =
                    line.path("party").asText() + " " + line.path("subject").asText();
            long sequence = line.path("sequence").asLong();
            long before = last.getOrDefault(lane, 0L);
            assertEquals(Math.max(before, sequence), sequence, () -> lane + " was told " + before + " before");
            last.put(lane, sequence);
        }
    }
}
