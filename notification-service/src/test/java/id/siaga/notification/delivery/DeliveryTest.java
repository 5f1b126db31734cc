// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Received;
import id.siaga.notification.WebhookSink.Reply;
import id.siaga.web.Contracts;
import id.siaga.web.KafkaTopic;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.http.HttpHeaders;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events on their way to endpoints, over real HTTP. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class DeliveryTest {

    @Inject
    AgroalDataSource database;

    private final WebhookSink sink = new WebhookSink();
    private final ToldDeliveries told = new ToldDeliveries();
    private final List<RegisteredParty> registered = new ArrayList<>();

    @AfterEach
    void unregister() {
        registered.forEach(RegisteredParty::delete);
        sink.close();
    }

    @Test
    void theOfficialLibraryVerifiesWhatIsSent() throws WebhookVerificationException {
        // Given
        RegisteredParty google = register("google", "/google");
        EventFixture order = EventFixture.anOrder();

        // When
        Received webhook = sink.await(order.send(), 1).getFirst();

        // Then
        HttpHeaders headers = HttpHeaders.of(
                webhook.headers().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
                (name, value) -> true);
        new Webhook(google.secret()).verify(webhook.text(), headers);
        assertThrows(WebhookVerificationException.class, () -> new Webhook(google.secret())
                .verify(webhook.text() + " ", headers));
        assertEquals(
                "application/cloudevents+json; charset=utf-8", webhook.headers().get("content-type"));
        assertEquals("Siaga/1", webhook.headers().get("user-agent"));
        assertEquals(order.id(), webhook.id());
    }

    @Test
    void theReceiverCanGoOnWithTheTraceOfTheEvent() {
        // Given
        register("google", "/google");
        EventFixture order = EventFixture.anOrder();

        // When
        Received webhook = sink.await(order.send(), 1).getFirst();

        // Then
        String of = JsonPath.from(webhook.text()).getString("traceparent");
        String on = webhook.headers().getOrDefault("traceparent", "");
        assertTrue(on.startsWith(of.substring(0, 36)), on);
        assertNotEquals(of, on, "the attempt is a span of its own");
    }

    @Test
    void theBodyIsTheEventWithoutItsAudience() {
        // Given
        register("google", "/google");
        EventFixture order = EventFixture.anOrder().toldTo("google,komdigi");

        // When
        Received webhook = sink.await(order.send(), 1).getFirst();

        // Then
        Map<String, Object> body = JsonPath.from(webhook.text()).getMap("$");
        assertEquals(
                Set.of(
                        "specversion",
                        "id",
                        "source",
                        "type",
                        "subject",
                        "time",
                        "datacontenttype",
                        "sequence",
                        "correlationid",
                        "traceparent",
                        "data"),
                body.keySet());
        assertEquals(JsonPath.from(order.data()).getMap("$"), body.get("data"));
        assertEquals("id.siaga.order.issued.v1", body.get("type"));
        assertEquals(order.subject(), body.get("subject"));
        assertFalse(webhook.text().contains("komdigi"));
        assertFalse(webhook.headers().toString().contains("komdigi"));
    }

    @Test
    void ofInformationTheOtherServicesAreToldNothing() throws SQLException {
        // Given
        RegisteredParty mafindo = register("mafindo", "/mafindo");
        EventFixture status = EventFixture.aReportStatus();

        // When
        status.send();

        // Then
        mafindo.awaitDelivery(status.id(), "SUCCEEDED");
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT 1 FROM delivery_sequence WHERE subject = ?")) {
            select.setString(1, status.subject());
            assertFalse(select.executeQuery().next());
        }
    }

    @Test
    void aSuccessIsToldToTheOtherServices() {
        // Given
        RegisteredParty google = register("google", "/google");
        EventFixture order = EventFixture.anOrder();

        // When
        order.send();

        // Then
        ConsumerRecord<String, byte[]> event = told.await(order, "succeeded", 1).getFirst();
        Contracts.own().assertValid("delivery-succeeded.v1", event.value());
        Map<String, String> headers = KafkaTopic.headers(event);
        JsonPath data = JsonPath.from(new String(event.value(), UTF_8));
        assertEquals("", headers.get("ce_audience"));
        assertEquals("/notification-service", headers.get("ce_source"));
        assertEquals("1", headers.get("ce_sequence"));
        assertEquals(order.id(), data.getString("eventId"));
        assertEquals("id.siaga.order.issued.v1", data.getString("eventType"));
        assertEquals("google", data.getString("party"));
        assertEquals(google.endpointId(), data.getString("endpointId"));
        assertEquals(1, data.getInt("attempts"));
        Instant receivedAt = Instant.parse(data.getString("receivedAt"));
        assertFalse(
                receivedAt.isBefore(sink.received(order.id()).getFirst().at().truncatedTo(ChronoUnit.MILLIS)));
        assertFalse(receivedAt.isAfter(Clock.systemUTC().instant()));
    }

    @Test
    void aCanaryGoesToItsPartyAsAnOrderWouldAndItsReceiptIsTold() throws SQLException {
        // Given an endpoint that does not take it yet
        RegisteredParty elsam = register("elsam", "/elsam");
        register("cekfakta", "/cekfakta");
        EventFixture canary = EventFixture.aCanary();
        sink.answering(Reply.status(503));

        // When
        canary.send();

        // Then
        elsam.awaitAttempts(canary.id(), 1);
        assertEquals(Priority.ORDER.rank(), rank(canary.subject()));
        sink.answering(Reply.status(204));
        ConsumerRecord<String, byte[]> event =
                told.await(canary, "succeeded", 1).getFirst();
        Contracts.own().assertValid("delivery-succeeded.v1", event.value());
        assertEquals("elsam", JsonPath.from(new String(event.value(), UTF_8)).getString("party"));
        assertEquals(
                Set.of("/elsam"),
                sink.received(canary.id()).stream().map(Received::path).collect(Collectors.toSet()));
    }

    @Test
    void aRedirectIsAFailureAndIsNotFollowed() {
        // Given
        sink.answering(request -> request.path().equals("/google")
                ? Reply.status(302).with("Location", sink.url("/elsewhere"))
                : Reply.status(200));
        RegisteredParty google = register("google", "/google");

        // When
        String id = EventFixture.anOrder().send();

        // Then
        google.awaitAttempts(id, 2);
        assertEquals(302, google.attempts(id).getLast().get("httpStatus"));
        assertEquals(
                Set.of("/google"),
                sink.received(id).stream().map(Received::path).collect(Collectors.toSet()));
    }

    @Test
    void aHugeAnswerIsCutShort() {
        // Given
        sink.answering(Reply.status(200).saying("x".repeat(1_000_000)));
        RegisteredParty google = register("google", "/google");

        // When
        String id = EventFixture.anOrder().send();

        // Then
        google.awaitDelivery(id, "SUCCEEDED");
        assertEquals("x".repeat(1024), google.attempts(id).getFirst().get("responseExcerpt"));
    }

    /** Of the lane in which events of the subject wait. */
    private int rank(String subject) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT priority FROM lane WHERE subject = ?")) {
            select.setString(1, subject);
            ResultSet row = select.executeQuery();
            assertTrue(row.next(), "it waits for its next try");
            return row.getInt(1);
        }
    }

    private RegisteredParty register(String party, String path) {
        RegisteredParty endpoint = RegisteredParty.register(party, "platform", sink.url(path), "*");
        registered.add(endpoint);
        return endpoint;
    }
}
