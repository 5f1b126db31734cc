// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.messaging.Outbox;
import id.siaga.messaging.OutgoingEvent;
import id.siaga.messaging.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Puts news into the outbox, in the transaction of what they tell. */
@ApplicationScoped
public class Announcements {

    private final Outbox outbox;
    private final ObjectMapper json;

    Announcements(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    public void announce(News news) {
        announce(List.of(news));
    }

    public void announce(List<News> news) {
        outbox.append(news.stream().map(this::event).toList());
    }

    private OutgoingEvent event(News news) {
        String subject = news.subject().toString();
        try {
            return new OutgoingEvent(
                    news.topic().topicName(),
                    subject,
                    Uuid7.at(news.at()),
                    "id.siaga." + news.type() + ".v1",
                    subject,
                    news.sequence(),
                    news.audience(),
                    news.correlation().toString(),
                    news.at(),
                    json.writeValueAsBytes(news.data()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("News are plain values", e);
        }
    }
}
