// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import static id.siaga.notification.RegisteredParty.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of what a party may know, the endpoint is told what its filters let through. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class FilterTest {

    private final WebhookSink sink = new WebhookSink();
    private final List<RegisteredParty> registered = new ArrayList<>();

    @AfterEach
    void unregister() {
        registered.forEach(RegisteredParty::delete);
        sink.close();
    }

    @Test
    void aCaseReachesWhomItsAttributesMatch() {
        // Given
        partner("all", Map.of());
        partner("category", Map.of("categories", List.of("fraud", "election-hoax")));
        partner("platform", Map.of("platforms", List.of("youtube")));
        partner("both", Map.of("categories", List.of("election-hoax"), "platforms", List.of("youtube")));
        partner("otherCategory", Map.of("categories", List.of("fraud")));
        partner("otherPlatform", Map.of("categories", List.of("election-hoax"), "platforms", List.of("x")));
        partner("region", Map.of("regions", List.of("ID-JT", "ID-JB")));
        partner("otherRegion", Map.of("regions", List.of("ID-JT")));
        partner("urgent", Map.of("urgentOnly", true));
        partner("own", Map.of("ownSubjectsOnly", true));

        // When
        String id = EventFixture.anOpenedCase().toldTo("*").send();

        // Then
        assertEquals(Set.of("/all", "/category", "/platform", "/both", "/region"), pathsAfter(id));
    }

    @Test
    void whatIsUrgentOrOfThePartyItselfIsTold() {
        // Given
        partner("urgent", Map.of("urgentOnly", true));
        partner("own", Map.of("ownSubjectsOnly", true));
        EventFixture opened = EventFixture.anOpenedCase().toldTo("*,cekfakta");

        // When
        String id = opened.saying(opened.data().replace("\"urgent\": false", "\"urgent\": true"))
                .send();

        // Then
        assertEquals(Set.of("/urgent", "/own"), pathsAfter(id));
    }

    @Test
    void whatConcernsTheWholeCountryConcernsEachRegionAndWhatNamesNoneConcernsNone() {
        // Given
        partner("any", Map.of());
        partner("region", Map.of("regions", List.of("ID-JT")));
        EventFixture everywhere = EventFixture.anOpenedCase();
        EventFixture nowhere = EventFixture.anOpenedCase();

        // When
        String all = everywhere
                .saying(everywhere.data().replace("\"ID-JB\"", "\"ID\""))
                .send();
        String none = nowhere.saying(nowhere.data().replace("\"ID-JB\"", "")).send();

        // Then
        assertEquals(Set.of("/any", "/region"), pathsAfter(all));
        assertEquals(Set.of("/any"), pathsAfter(none));
    }

    @Test
    void anOrderConcernsTheTerritoriesForWhichItAsks() {
        // Given
        register("google", "platform", "java", Map.of("regions", List.of("ID-JT")));
        register("google", "platform", "papua", Map.of("regions", List.of("ID-PA")));
        EventFixture order = EventFixture.anOrder();

        // When
        String id = order.saying(order.data().replace("\"ID\"", "\"ID-JT\"")).send();

        // Then
        assertEquals(Set.of("/java"), pathsAfter(id));
    }

    @Test
    void anEventThatSaysNothingOfAFiltersMatterDoesNotMatchIt() {
        // Given
        register("mafindo", "reporter", "report", Map.of("categories", List.of("election-hoax")));
        register("mafindo", "reporter", "any", Map.of());

        // When
        String id = EventFixture.aReportStatus().toldTo("mafindo").send();

        // Then
        assertEquals(Set.of("/any"), pathsAfter(id));
    }

    @Test
    void anEndpointGetsItsOwnersHeaders() {
        // Given
        register(
                "google",
                "platform",
                Map.of(
                        "url", sink.url("/google"),
                        "eventTypes", List.of("*"),
                        "headers", Map.of("X-Gateway-Key", "kunci rahasia")));

        // When
        WebhookSink.Received webhook =
                sink.await(EventFixture.anOrder().toldTo("google").send(), 1).getFirst();

        // Then
        assertEquals("kunci rahasia", webhook.headers().get("x-gateway-key"));
    }

    @Test
    void aPausedEndpointIsToldNothingUntilItIsResumed() {
        // Given
        RegisteredParty paused = register("google", "platform", "paused", Map.of());
        register("google", "platform", "other", Map.of());
        command(paused, "pause", "PAUSED");
        command(paused, "pause", "PAUSED");
        String meanwhile = EventFixture.anOrder().toldTo("google").send();
        assertEquals(Set.of("/other"), pathsAfter(meanwhile));

        // When
        command(paused, "resumption", "ACTIVE");

        // Then
        assertEquals(
                Set.of("/other", "/paused"),
                pathsAfter(EventFixture.anOrder().toldTo("google").send()));
        assertEquals(List.of(), paused.deliveries(meanwhile));
    }

    @Test
    void whatWaitsForAPausedEndpointEndsAndIsToldSo() {
        // Given
        sink.answering(WebhookSink.Reply.status(500));
        RegisteredParty google = register("google", "platform", "google", Map.of());
        EventFixture order = EventFixture.anOrder().toldTo("google");
        google.awaitAttempts(order.send(), 1);

        // When
        command(google, "pause", "PAUSED");

        // Then
        google.awaitDelivery(order.id(), "CANCELLED");
        new ToldDeliveries().await(order, "abandoned", 1);
    }

    private static void command(RegisteredParty endpoint, String command, String status) {
        String now = as(endpoint.party(), endpoint.role())
                .post("/v1/endpoints/" + endpoint.endpointId() + "/" + command)
                .then()
                .statusCode(200)
                .extract()
                .path("status");
        assertEquals(status, now);
    }

    private void partner(String path, Map<String, ?> filters) {
        register("cekfakta", "partner", path, filters);
    }

    private RegisteredParty register(String party, String role, String path, Map<String, ?> filters) {
        return register(
                party, role, Map.of("url", sink.url("/" + path), "eventTypes", List.of("*"), "filters", filters));
    }

    private RegisteredParty register(String party, String role, Map<String, ?> request) {
        RegisteredParty endpoint = RegisteredParty.register(party, role, request);
        registered.add(endpoint);
        return endpoint;
    }

    /** Who got the event, once everybody who is to get it has: fan-out queues for all in one transaction. */
    private Set<String> pathsAfter(String id) {
        sink.await(id, 1);
        registered.forEach(
                endpoint -> endpoint.deliveries(id).forEach(delivery -> endpoint.awaitDelivery(id, "SUCCEEDED")));
        return sink.received(id).stream().map(WebhookSink.Received::path).collect(Collectors.toSet());
    }
}
