// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.notification.EventFixture;
import id.siaga.web.KafkaTopic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the other services are told of deliveries, as Kafka has it. */
public final class ToldDeliveries {

    private final KafkaTopic topic = new KafkaTopic("notification.delivery.v1");

    /** Waits for so many events about the delivery of this one, and returns all there are. */
    public List<ConsumerRecord<String, byte[]>> await(EventFixture event, String verb, int count) {
        return topic.await(count, one -> {
            Map<String, String> headers = KafkaTopic.headers(one);
            return event.subject().equals(headers.get("ce_subject"))
                    && ("id.siaga.delivery." + verb + ".v1").equals(headers.get("ce_type"));
        });
    }
}
