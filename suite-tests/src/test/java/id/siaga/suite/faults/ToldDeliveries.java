// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static id.siaga.suite.CommittedRecords.header;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import id.siaga.suite.CommittedRecords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the other services were told of deliveries, read from the first committed record to the last. */
final class ToldDeliveries {

    private static final String TOPIC = "notification.delivery.v1";
    private static final String SUCCEEDED = "id.siaga.delivery.succeeded.v1";

    private ToldDeliveries() {}

    /**
     * The webhook-ids of what was told to be received, as often as it was told: an event that comes again under its own id is
     * the same, since a relay that cannot delete what it has published publishes it again.
     */
    static List<String> succeeded(String brokers) {
        List<String> ids = new ArrayList<>();
        Set<String> events = new HashSet<>();
        CommittedRecords.read(brokers, TOPIC::equals, message -> {
            boolean isNew = events.add(header(message, "ce_id"));
            if (isNew && header(message, "ce_type").equals(SUCCEEDED)) {
                JsonNode data = Json.parseLeniently(message.value());
                ids.add(data.path("eventId").asText());
            }
        });
        return ids;
    }
}
