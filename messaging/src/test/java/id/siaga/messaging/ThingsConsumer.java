// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer as services have them. */
@ApplicationScoped
class ThingsConsumer {

    private final Inbox inbox;
    private final Effects effects;

    ThingsConsumer(Inbox inbox, Effects effects) {
        this.inbox = inbox;
        this.effects = effects;
    }

    @Incoming("things-in")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.take("things-in", records, events -> events.forEach(effects::add));
    }
}
