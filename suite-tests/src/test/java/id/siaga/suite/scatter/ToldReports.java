// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.scatter;

import static id.siaga.suite.CommittedRecords.header;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import id.siaga.suite.CommittedRecords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What triage has published, read from the first committed record to the last as any consumer would. */
final class ToldReports {

    private final Map<String, List<Long>> versions = new HashMap<>();
    private final Set<String> opened = new HashSet<>();
    private final Set<String> ids = new HashSet<>();
    private int openings;
    private int again;
    private int deadLetters;

    /** Reads all that there is. */
    static ToldReports read(String brokers) {
        ToldReports told = new ToldReports();
        CommittedRecords.read(brokers, topic -> topic.startsWith("triage"), told::note);
        return told;
    }

    private void note(ConsumerRecord<byte[], byte[]> message) {
        if (message.topic().endsWith(".dlq")) {
            deadLetters++;
            return;
        }
        if (!ids.add(header(message, "ce_id"))) {
            again++;
            return;
        }
        JsonNode data = Json.parseLeniently(message.value());
        if (message.topic().equals("triage.link.v1")) {
            versions.computeIfAbsent(data.path("itemId").asText(), item -> new ArrayList<>())
                    .add(data.path("linkVersion").asLong());
        } else if (header(message, "ce_type").equals("id.siaga.case.opened.v1")) {
            openings++;
            opened.add(data.path("caseId").asText());
        }
    }

    /** How many items were told of. */
    int items() {
        return versions.size();
    }

    /** How many news of items there were. */
    long news() {
        return versions.values().stream().mapToLong(List::size).sum();
    }

    /** Items that were told of in another order than one, two, three. */
    List<List<Long>> outOfOrder() {
        return versions.values().stream()
                .filter(numbers -> {
                    long next = 1;
                    for (long number : numbers) {
                        if (number != next) {
                            return true;
                        }
                        next++;
                    }
                    return false;
                })
                .toList();
    }

    Set<String> opened() {
        return opened;
    }

    int openings() {
        return openings;
    }

    /** How many events came again under their own id. */
    int again() {
        return again;
    }

    int deadLetters() {
        return deadLetters;
    }
}
