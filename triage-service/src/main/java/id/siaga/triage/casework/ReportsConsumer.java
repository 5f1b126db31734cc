// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import id.siaga.messaging.Inbox;
import id.siaga.messaging.IncomingEvent;
import id.siaga.messaging.UnreadableEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes reported items from intake, a batch in one transaction. */
@ApplicationScoped
public class ReportsConsumer {

    private static final String CHANNEL = "reports-in";

    private final Inbox inbox;
    private final LinkReports linkReports;
    private final ObjectReader reader;

    ReportsConsumer(Inbox inbox, LinkReports linkReports, ObjectMapper json) {
        this.inbox = inbox;
        this.linkReports = linkReports;
        // Producers may add members; only requests are read strictly.
        this.reader = json.readerFor(ReportSubmitted.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Incoming(CHANNEL)
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        inbox.take(CHANNEL, records, this::take);
    }

    void take(List<IncomingEvent> events) {
        Map<UUID, ReportSubmitted> items = new LinkedHashMap<>();
        for (IncomingEvent event : events) {
            // Other types of this topic tell what linking does not depend on.
            if (event.type().equals(ReportSubmitted.TYPE)) {
                ReportSubmitted item = read(event);
                items.putIfAbsent(item.itemId(), item);
            }
        }
        linkReports.link(List.copyOf(items.values()));
    }

    private ReportSubmitted read(IncomingEvent event) {
        try {
            ReportSubmitted item = reader.readValue(event.data());
            if (item == null) {
                throw new UnreadableEvent("The data is null");
            }
            return item;
        } catch (IOException e) {
            throw new UnreadableEvent("The data is not a submitted report", e);
        }
    }
}
