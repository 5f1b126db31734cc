// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.messaging.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what the other services publish; it only queues, since a webhook must never hold up a Kafka handler. */
@ApplicationScoped
class FanOutConsumer {

    static final String CHANNEL = "events-in";

    private final Inbox inbox;
    private final FanOut fanOut;

    FanOutConsumer(Inbox inbox, FanOut fanOut) {
        this.inbox = inbox;
        this.fanOut = fanOut;
    }

    @Incoming(CHANNEL)
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.take(CHANNEL, records, fanOut::queue);
    }
}
