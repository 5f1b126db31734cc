// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.web.Contracts;
import id.siaga.web.KafkaTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the other services publish, byte for byte, and who is told. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class FanOutConsumerTest {

    private final WebhookSink sink = new WebhookSink();
    private final List<RegisteredParty> registered = new ArrayList<>();

    @AfterEach
    void unregister() {
        registered.forEach(RegisteredParty::delete);
        sink.close();
    }

    @Test
    void theExamplesAreWhatTheirProducersPromise() {
        Contracts triage = Contracts.of("triage-service");
        triage.assertValid("order-issued.v1", EventFixture.anOrder().data());
        triage.assertValid("case-opened.v1", EventFixture.anOpenedCase().data());
        Contracts.of("intake-service")
                .assertValid(
                        "report-status-changed.v1", EventFixture.aReportStatus().data());
    }

    @Test
    void anOrderReachesItsPlatformAndNobodyElse() {
        // Given
        register("google", "platform", "/google", "*");
        register("meta", "platform", "/meta", "*");
        register("cekfakta", "partner", "/partner", "*");
        register("komdigi", "reporter", "/reporter", "*");

        // When
        String id = EventFixture.anOrder().toldTo("google").send();

        // Then
        assertEquals(List.of("/google"), pathsAfter(id));
    }

    @Test
    void aStarTellsPartnersOnly() {
        // Given
        register("cekfakta", "partner", "/cekfakta", "case.*");
        register("elsam", "partner", "/elsam", "*");
        register("google", "platform", "/google", "*");
        register("komdigi", "reporter", "/reporter", "*");

        // When
        String id = EventFixture.anOpenedCase().toldTo("*").send();

        // Then
        assertEquals(List.of("/cekfakta", "/elsam"), pathsAfter(id));
    }

    @Test
    void aReporterIsToldOfItsOwnReport() {
        // Given
        register("mafindo", "reporter", "/mafindo", "report.status-changed");
        register("kpu", "reporter", "/kpu", "report.status-changed");

        // When
        EventFixture event = EventFixture.aReportStatus().toldTo("mafindo");
        String id = event.send();

        // Then
        assertEquals(List.of("/mafindo"), pathsAfter(id));
        JsonPath body = JsonPath.from(sink.received(id).getFirst().text());
        assertEquals(JsonPath.from(event.data()).getMap("$"), body.getMap("data"));
    }

    @Test
    void anEventWithoutAudienceReachesNobody() {
        // Given
        RegisteredParty google = register("google", "platform", "/google", "*");

        // When
        String secret = EventFixture.anOrder().toldTo("").send();
        String told = EventFixture.anOrder().toldTo("google").send();

        // Then
        google.awaitDelivery(told, "SUCCEEDED");
        assertEquals(List.of(), google.deliveries(secret));
    }

    @Test
    void whatAnEndpointDidNotAskForIsNotSent() {
        // Given
        RegisteredParty google = register("google", "platform", "/google", "order.answered", "case.*");
        register("google", "platform", "/second", "order.issued");

        // When
        String id = EventFixture.anOrder().toldTo("google").send();

        // Then
        assertEquals(List.of("/second"), pathsAfter(id));
        assertEquals(List.of(), google.deliveries(id));
    }

    @Test
    void anEventThatComesTwiceIsDeliveredOnce() {
        // Given
        RegisteredParty google = register("google", "platform", "/google", "*");
        EventFixture event = EventFixture.anOrder();

        // When
        String id = event.send();
        event.send();
        event.send();

        // Then
        String later = EventFixture.anOrder().about(event.subject()).numbered(2).send();
        google.awaitDelivery(later, "SUCCEEDED");
        assertEquals(1, google.deliveries(id).size());
        assertEquals(1, sink.received(id).size());
    }

    @Test
    void whatCanNeverBeTakenGoesToItsDeadLetterTopicAlone() {
        // Given
        RegisteredParty google = register("google", "platform", "/google", "*");
        EventFixture before = EventFixture.anOrder();
        EventFixture malformed =
                EventFixture.anOrder().about(before.subject()).numbered(2).saying("{\"order\": ");
        EventFixture unserved =
                EventFixture.anOrder().about(before.subject()).numbered(3).saying("{\"order\": {}}");
        EventFixture after = EventFixture.anOrder().about(before.subject()).numbered(4);

        // When
        List<String> sent = Stream.of(before, malformed, unserved, after)
                .map(EventFixture::send)
                .toList();

        // Then
        google.awaitDelivery(before.id(), "SUCCEEDED");
        google.awaitDelivery(after.id(), "SUCCEEDED");
        Map<String, byte[]> buried = new KafkaTopic("notification-service.events-in.dlq")
                .await(2, one -> sent.contains(KafkaTopic.headers(one).get("ce_id"))).stream()
                        .collect(Collectors.toMap(
                                one -> String.valueOf(KafkaTopic.headers(one).get("ce_id")), ConsumerRecord::value));
        assertEquals(Set.of(malformed.id(), unserved.id()), buried.keySet());
        assertArrayEquals(malformed.data().getBytes(StandardCharsets.UTF_8), buried.get(malformed.id()));
        assertEquals(List.of(), google.deliveries(malformed.id()));
        assertEquals(List.of(), google.deliveries(unserved.id()));
    }

    private RegisteredParty register(String party, String role, String path, String... types) {
        RegisteredParty endpoint = RegisteredParty.register(party, role, sink.url(path), types);
        registered.add(endpoint);
        return endpoint;
    }

    /** Who got the event, once everybody who is to get it has: fan-out queues for all in one transaction. */
    private List<String> pathsAfter(String id) {
        sink.await(id, 1);
        registered.forEach(
                endpoint -> endpoint.deliveries(id).forEach(delivery -> endpoint.awaitDelivery(id, "SUCCEEDED")));
        return sink.received(id).stream()
                .map(WebhookSink.Received::path)
                .sorted()
                .toList();
    }
}
