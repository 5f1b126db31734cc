// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.event;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.messaging.Outbox;
import id.siaga.messaging.OutgoingEvent;
import id.siaga.messaging.Uuid7;
import id.siaga.triage.record.CaseRecord;
import id.siaga.triage.record.RecordHead;
import id.siaga.triage.stream.Changes;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts news into the outbox, in the transaction of what they tell. Those of cases and orders carry how far the case's record
 * has come: what is told must have been appended before, so that whoever is told holds a proof of it.
 */
@ApplicationScoped
public class Announcements {

    private final Outbox outbox;
    private final CaseRecord record;
    private final Changes changes;
    private final ObjectMapper json;

    Announcements(Outbox outbox, CaseRecord record, Changes changes, ObjectMapper json) {
        this.outbox = outbox;
        this.record = record;
        this.changes = changes;
        this.json = json;
    }

    public void announce(News news) {
        announce(List.of(news));
    }

    public void announce(List<News> news) {
        Set<UUID> cases = news.stream()
                .filter(one -> one.topic().aboutCases())
                .map(News::correlation)
                .collect(Collectors.toSet());
        Map<UUID, RecordHead> heads = record.heads(cases);
        outbox.append(news.stream()
                .map(one -> event(one, heads.get(one.correlation())))
                .toList());
        changes.append(news.stream()
                .filter(one -> one.topic().aboutCases())
                .map(one -> one.change(heads.containsKey(one.correlation()) ? one.correlation() : null))
                .toList());
    }

    private OutgoingEvent event(News news, @Nullable RecordHead head) {
        String subject = news.subject().toString();
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
                written(news.data(), head));
    }

    private byte[] written(News.Data data, @Nullable RecordHead head) {
        try {
            return json.writeValueAsBytes(head == null ? data : new Proven(data, head));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("News are plain values", e);
        }
    }

    /** The data of an event, with the head of the record in which what it tells is written. */
    @RegisterForReflection
    record Proven(@JsonUnwrapped News.Data data, RecordHead recordHead) {}
}
