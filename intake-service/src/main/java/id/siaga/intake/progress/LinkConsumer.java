// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.progress;

import id.siaga.messaging.ChannelHandler;
import id.siaga.messaging.Inbox;
import id.siaga.messaging.IncomingEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what the desk says about items. */
@ApplicationScoped
class LinkConsumer implements ChannelHandler {

    static final String CHANNEL = "links-in";

    private final Inbox inbox;
    private final FollowDesk followDesk;

    LinkConsumer(Inbox inbox, FollowDesk followDesk) {
        this.inbox = inbox;
        this.followDesk = followDesk;
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Incoming(CHANNEL)
    @Blocking // One batch at a time: a reporter is told of each step in the order of the desk's acts.
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.take(CHANNEL, records, this);
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        followDesk.handle(events);
    }
}
