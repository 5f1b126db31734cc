// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer as services have them. */
@ApplicationScoped
class ThingsConsumer implements ChannelHandler {

    private final Inbox inbox;
    private final Effects effects;

    ThingsConsumer(Inbox inbox, Effects effects) {
        this.inbox = inbox;
        this.effects = effects;
    }

    @Incoming("things-in")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.take(channel(), records, this);
    }

    @Override
    public String channel() {
        return "things-in";
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        events.forEach(effects::add);
    }
}
