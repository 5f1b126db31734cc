// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import id.siaga.messaging.ChannelHandler;
import id.siaga.messaging.Inbox;
import id.siaga.messaging.IncomingEvent;
import id.siaga.messaging.UnreadableEvent;
import id.siaga.triage.canary.CanaryIssued;
import id.siaga.triage.canary.ForwardCanaries;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what reporters say from intake, a batch in one transaction, and the canaries that come the same way. */
@ApplicationScoped
public class ReportsConsumer implements ChannelHandler {

    private static final String CHANNEL = "reports-in";

    private final Inbox inbox;
    private final TakeReports takeReports;
    private final ForwardCanaries forwardCanaries;
    private final ObjectReader submitted;
    private final ObjectReader supplemented;
    private final ObjectReader withdrawn;
    private final ObjectReader canary;

    ReportsConsumer(Inbox inbox, TakeReports takeReports, ForwardCanaries forwardCanaries, ObjectMapper json) {
        this.inbox = inbox;
        this.takeReports = takeReports;
        this.forwardCanaries = forwardCanaries;
        // Producers may add members; only requests are read strictly.
        ObjectReader lenient = json.reader().without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.submitted = lenient.forType(ReportSubmitted.class);
        this.supplemented = lenient.forType(ReportSupplemented.class);
        this.withdrawn = lenient.forType(ReportWithdrawn.class);
        this.canary = lenient.forType(CanaryIssued.class);
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Incoming(CHANNEL)
    @Blocking
    public void consume(ConsumerRecords<String, byte[]> records) {
        inbox.take(CHANNEL, records, this);
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        Reported reported = new Reported();
        List<CanaryIssued> canaries = new ArrayList<>();
        for (IncomingEvent event : events) {
            switch (event.type()) {
                case ReportSubmitted.TYPE -> reported.add((ReportSubmitted) read(submitted, event));
                case ReportSupplemented.TYPE -> reported.add((ReportSupplemented) read(supplemented, event));
                case ReportWithdrawn.TYPE -> reported.add((ReportWithdrawn) read(withdrawn, event));
                case CanaryIssued.TYPE -> canaries.add((CanaryIssued) read(canary, event));
                default -> {
                    // What intake may tell beyond this is not the desk's to judge.
                }
            }
        }
        takeReports.take(reported);
        forwardCanaries.forward(canaries);
    }

    private static Object read(ObjectReader reader, IncomingEvent event) {
        try {
            Object said = reader.readValue(event.data());
            if (said == null) {
                throw new UnreadableEvent("The data is null");
            }
            return said;
        } catch (IOException e) {
            throw new UnreadableEvent("The data is not that of " + event.type(), e);
        }
    }
}
