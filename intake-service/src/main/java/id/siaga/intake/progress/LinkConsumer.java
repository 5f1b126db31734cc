// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.progress;

import id.siaga.messaging.Inbox;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what the desk says about items. */
@ApplicationScoped
class LinkConsumer {

    static final String CHANNEL = "links-in";

    private final Inbox inbox;
    private final FollowDesk followDesk;

    LinkConsumer(Inbox inbox, FollowDesk followDesk) {
        this.inbox = inbox;
        this.followDesk = followDesk;
    }

    @Incoming(CHANNEL)
    @RunOnVirtualThread
    void consume(ConsumerRecords<String, byte[]> records) {
        inbox.take(CHANNEL, records, followDesk);
    }
}
