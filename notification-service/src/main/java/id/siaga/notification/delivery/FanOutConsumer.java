// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import id.siaga.messaging.ChannelHandler;
import id.siaga.messaging.Inbox;
import id.siaga.messaging.IncomingEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what the other services publish; it only queues, since a webhook must never hold up a Kafka handler. */
@ApplicationScoped
class FanOutConsumer implements ChannelHandler {

    static final String CHANNEL = "events-in";

    private final Inbox inbox;
    private final FanOut fanOut;

    FanOutConsumer(Inbox inbox, FanOut fanOut) {
        this.inbox = inbox;
        this.fanOut = fanOut;
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Incoming(CHANNEL)
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.take(CHANNEL, records, this);
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        fanOut.queue(events);
    }
}
