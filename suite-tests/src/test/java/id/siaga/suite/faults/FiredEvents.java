// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static id.siaga.suite.CommittedRecords.header;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import id.siaga.suite.CommittedRecords;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What any reader of committed records has been told of some orders. */
final class FiredEvents {

    private static final String TOPIC = "triage.order.v1";

    private final Map<DueClocks.Mark, Set<String>> idsOfMarks = new HashMap<>();
    private final Map<String, Map<Long, Set<String>>> idsOfNumbers = new TreeMap<>();
    private final Set<String> ids = new HashSet<>();
    private int again;

    /** Reads all that is in the topic by now. */
    static FiredEvents of(String bootstrapServers, Set<String> orders) {
        FiredEvents events = new FiredEvents();
        CommittedRecords.read(bootstrapServers, TOPIC::equals, message -> {
            if (orders.contains(header(message, "ce_subject"))) {
                events.note(message);
            }
        });
        return events;
    }

    private void note(ConsumerRecord<byte[], byte[]> message) {
        String id = header(message, "ce_id");
        if (!ids.add(id)) {
            again++;
        }
        String order = header(message, "ce_subject");
        idsOfNumbers
                .computeIfAbsent(order, first -> new TreeMap<>())
                .computeIfAbsent(Long.parseLong(header(message, "ce_sequence")), first -> new TreeSet<>())
                .add(id);
        String type = header(message, "ce_type");
        if (type.equals("id.siaga.order.deadline-near.v1") || type.equals("id.siaga.order.overdue.v1")) {
            JsonNode data = Json.parseLeniently(message.value());
            idsOfMarks
                    .computeIfAbsent(
                            new DueClocks.Mark(
                                    order,
                                    data.path("clock").asText(),
                                    data.path("percent").asInt()),
                            first -> new TreeSet<>())
                    .add(id);
        }
    }

    /** The marks that were told, each with the ids of the events that told it. */
    Map<DueClocks.Mark, Set<String>> marks() {
        return idsOfMarks;
    }

    /** By order, the numbers of its events, each with the ids of those that have it. */
    Map<String, Map<Long, Set<String>>> numbers() {
        return idsOfNumbers;
    }

    int distinct() {
        return ids.size();
    }

    /** How many came again under their own id, as they may when a relay dies. */
    int again() {
        return again;
    }
}
