// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content.alias;

import id.siaga.messaging.ChannelHandler;
import id.siaga.messaging.Inbox;
import id.siaga.messaging.IncomingEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what the desk says about cases. */
@ApplicationScoped
class CaseConsumer implements ChannelHandler {

    static final String CHANNEL = "cases-in";

    private final Inbox inbox;
    private final FollowAliases followAliases;

    CaseConsumer(Inbox inbox, FollowAliases followAliases) {
        this.inbox = inbox;
        this.followAliases = followAliases;
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Incoming(CHANNEL)
    @Blocking // One batch at a time: which key stands for both depends on the order of the desk's acts.
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.take(CHANNEL, records, this);
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        followAliases.handle(events);
    }
}
