// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import static id.siaga.notification.recovery.Commands.pause;
import static id.siaga.notification.recovery.Commands.resume;

import id.siaga.notification.EventFixture;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Received;
import id.siaga.notification.WebhookSink.Reply;
import io.restassured.path.json.JsonPath;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Endpoints that have missed what they were to be told, and what they are sent afterwards. */
final class MissedEvents implements AutoCloseable {

    private static final Reply IN_AN_HOUR = Reply.status(503).with("Retry-After", "3600");

    private final WebhookSink sink = new WebhookSink();
    private final List<RegisteredParty> registered = new ArrayList<>();
    private final List<Received> refused = new ArrayList<>();
    private final Instant begin = Clock.systemUTC().instant();
    private final Rows rows;

    MissedEvents(Rows rows) {
        this.rows = rows;
    }

    WebhookSink sink() {
        return sink;
    }

    /** When this began, before anything was missed. */
    String since() {
        return begin.toString();
    }

    RegisteredParty register() {
        RegisteredParty endpoint = RegisteredParty.register("mafindo", "reporter", sink.url("/"), "*");
        registered.add(endpoint);
        return endpoint;
    }

    RegisteredParty register(String path, Map<String, ?> more) {
        Map<String, Object> request = new HashMap<>(more);
        request.put("url", sink.url(path));
        RegisteredParty endpoint = RegisteredParty.register("google", "platform", request);
        registered.add(endpoint);
        return endpoint;
    }

    /** Events of so many subjects, all of which the endpoint has missed; their ids, subject by subject. */
    List<List<String>> by(RegisteredParty endpoint, int subjects, int each) {
        sink.answering(request -> IN_AN_HOUR);
        List<List<EventFixture>> events = new ArrayList<>();
        for (int i = 0; i < subjects; i++) {
            EventFixture first = EventFixture.aReportStatus().toldTo("mafindo");
            events.add(IntStream.rangeClosed(1, each)
                    .mapToObj(n -> n == 1
                            ? first
                            : EventFixture.aReportStatus()
                                    .toldTo("mafindo")
                                    .about(first.subject())
                                    .numbered(n))
                    .toList());
        }
        events.forEach(ofSubject -> ofSubject.forEach(EventFixture::send));
        await(endpoint, "delivery WHERE status = 'PENDING' AND", subjects * each);
        pause(endpoint);
        await(endpoint, "delivery WHERE status = 'CANCELLED' AND", subjects * each);
        resume(endpoint);
        refused.addAll(sink.received());
        sink.answering(request -> Reply.status(204));
        return events.stream()
                .map(ofSubject -> ofSubject.stream().map(EventFixture::id).toList())
                .toList();
    }

    /** What came after all that was refused. */
    List<Received> receivedSince() {
        List<Received> all = sink.received();
        return all.subList(refused.size(), all.size());
    }

    /** That, by subject, once there is so much of it. */
    Map<String, List<String>> received(int count) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> receivedSince().size() >= count);
        return receivedSince().stream()
                .collect(Collectors.groupingBy(
                        one -> JsonPath.from(one.text()).getString("subject"),
                        Collectors.mapping(Received::id, Collectors.toList())));
    }

    long countOf(String id) {
        return receivedSince().stream().filter(one -> one.id().equals(id)).count();
    }

    @Override
    public void close() {
        registered.forEach(RegisteredParty::delete);
        sink.close();
    }

    private void await(RegisteredParty endpoint, String what, int count) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> rows.texts(
                                "SELECT count(*) FROM " + what + " endpoint_id = ?::uuid", endpoint.endpointId()),
                        List.of(Integer.toString(count))::equals);
    }
}
