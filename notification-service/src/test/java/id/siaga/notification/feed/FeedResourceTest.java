// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.web.Contracts;
import id.siaga.web.KafkaTopic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a party that takes no calls may pull, and what its commit says. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class FeedResourceTest {

    @Test
    void whatNamesAPartyIsPulledByItAndByNobodyElse() {
        // Given
        Puller google = Puller.atTheEnd("google", "platform");
        Puller meta = Puller.atTheEnd("meta", "platform", "partner");

        // When
        String first = EventFixture.anOrder().toldTo("google").send();
        String second = EventFixture.anOrder().toldTo("google,meta").send();

        // Then
        assertEquals(List.of(first, second), inOrder(google.pullIds(2), first, second));
        assertEquals(List.of(second), meta.pullIds(1));
    }

    @Test
    void whatEveryPartnerMayKnowIsPulledByThoseThatArePartnersNow() {
        // Given
        Puller cekfakta = Puller.atTheEnd("cekfakta", "partner");
        Puller former = Puller.atTheEnd("elsam", "reporter");

        // When
        String open = EventFixture.anOpenedCase().toldTo("*").send();
        String own = EventFixture.aReportStatus().toldTo("elsam").send();

        // Then
        assertEquals(List.of(open), cekfakta.pullIds(1));
        assertEquals(List.of(own), former.pullIds(1));
    }

    @Test
    void whoBecomesAPartnerGoesOnWhereItStoodAmongPartners() {
        // Given
        Puller partner = Puller.atTheEnd("line", "partner");
        Puller without = Puller.atTheEnd("line", "platform").at(partner.place());
        String missed = EventFixture.anOpenedCase().toldTo("*").send();
        Puller.atTheEnd("line", "partner");
        assertEquals(List.of(), without.pull("").getList("events"));

        // When
        partner.at(without.place());

        // Then
        assertEquals(List.of(missed), partner.pullIds(1));
    }

    @Test
    void aPartnerThatIsNamedBesidesReadsItOnce() {
        // Given
        Puller elsam = Puller.atTheEnd("elsam", "partner");

        // When
        String both = EventFixture.anOpenedCase().toldTo("*,elsam").send();
        String last = EventFixture.anOpenedCase().toldTo("elsam").send();

        // Then
        assertEquals(List.of(both, last), inOrder(elsam.pullIds(2), both, last));
    }

    @Test
    void whatIsPulledIsWhatAWebhookCarries() {
        // Given
        try (WebhookSink sink = new WebhookSink()) {
            RegisteredParty endpoint = RegisteredParty.register("tiktok", "platform", sink.url("/"), "*");
            Puller tiktok = Puller.atTheEnd("tiktok", "platform");

            // When
            String id = EventFixture.anOrder().toldTo("tiktok").send();

            // Then
            String webhook = sink.await(id, 1).getFirst().text();
            String page =
                    tiktok.get("wait=30&after=" + tiktok.place()).extract().asString();
            assertTrue(page.contains(webhook), page);
            assertFalse(page.contains("audience"), page);
            endpoint.delete();
        }
    }

    @Test
    void whoWaitsIsGivenTheFirstThatComes() {
        // Given
        Puller telegram = Puller.atTheEnd("telegram", "platform");
        CompletableFuture<JsonPath> waiting = CompletableFuture.supplyAsync(() -> telegram.pull("&wait=30"));

        // When
        String id = EventFixture.anOrder().toldTo("telegram").send();

        // Then
        assertEquals(List.of(id), waiting.join().getList("events.id"));
    }

    @Test
    void pagesFollowEachOtherWithoutAGap() {
        // Given
        Puller snackvideo = Puller.atTheEnd("snackvideo", "platform");
        String begin = snackvideo.place();
        String subject = EventFixture.anOrder().subject();
        List<String> sent = IntStream.range(0, 7)
                .mapToObj(n -> EventFixture.anOrder()
                        .about(subject)
                        .numbered(n + 1)
                        .toldTo("snackvideo")
                        .send())
                .toList();
        snackvideo.pullIds(7);

        // When
        JsonPath first = snackvideo.get("limit=3&after=" + begin).extract().jsonPath();
        JsonPath second = snackvideo
                .get("limit=3&after=" + first.getString("next"))
                .extract()
                .jsonPath();
        JsonPath third = snackvideo
                .get("limit=3&after=" + second.getString("next"))
                .extract()
                .jsonPath();

        // Then
        assertEquals(sent.subList(0, 3), first.getList("events.id"));
        assertEquals(sent.subList(3, 6), second.getList("events.id"));
        assertEquals(sent.subList(6, 7), third.getList("events.id"));
        assertEquals(List.of(true, true, false), List.of(first.get("more"), second.get("more"), third.get("more")));
    }

    @Test
    void whatAFilterLeavesOutIsPassed() {
        // Given
        Puller kpu = Puller.atTheEnd("kpu", "reporter");
        String begin = kpu.place();
        EventFixture.anOrder().toldTo("kpu").send();
        String wanted = EventFixture.aReportStatus().toldTo("kpu").send();
        kpu.pullIds(2);

        // When
        JsonPath page =
                kpu.get("types=report.*,case.opened&after=" + begin).extract().jsonPath();
        JsonPath none = kpu.get("types=letter.issued&after=" + begin).extract().jsonPath();

        // Then
        assertEquals(List.of(wanted), page.getList("events.id"));
        assertEquals(List.of(), none.getList("events"));
        assertNotEquals(begin, none.getString("next"));
        kpu.get("after=" + none.getString("next")).body("events.size()", equalTo(0));
    }

    @Test
    void aCommitTellsOfEachOrderOnceAndReadingGoesOnBehindIt() {
        // Given
        Puller x = Puller.atTheEnd("x", "platform");
        EventFixture order = EventFixture.anOrder().toldTo("x");
        String issued = order.send();
        String withdrawn = EventFixture.anOrder()
                .about(order.subject())
                .numbered(2)
                .ofType("id.siaga.order.withdrawn.v1")
                .toldTo("x")
                .send();
        EventFixture.aReportStatus().toldTo("x").send();
        x.pullIds(3);

        // When
        x.commit(x.place()).statusCode(200);
        x.commit(x.place()).statusCode(200);

        // Then
        String later = EventFixture.anOrder()
                .about(order.subject())
                .numbered(3)
                .toldTo("x")
                .send();
        String end = x.place();
        x.pullIds(1);
        x.get("limit=200").body("events.id", contains(later));
        x.commit(x.place()).statusCode(200);
        List<ConsumerRecord<String, byte[]>> told = committed(order.subject(), 3);
        assertEquals(List.of(issued, withdrawn, later), values(told, "eventId"));
        assertEquals(List.of("x", "x", "x"), values(told, "party"));
        assertEquals(
                List.of("1", "2", "3"),
                told.stream()
                        .map(one -> KafkaTopic.headers(one).get("ce_sequence"))
                        .toList());
        told.forEach(one -> Contracts.own().assertValid("events-committed.v1", one.value()));
        x.commit(end).body("committed", equalTo(x.place()));
    }

    @Test
    void aCanaryIsPulledByItsPartyAndItsCommitIsTold() {
        // Given
        Puller elsam = Puller.atTheEnd("elsam", "partner");
        Puller other = Puller.atTheEnd("cekfakta", "partner");
        EventFixture canary = EventFixture.aCanary();
        String id = canary.send();
        assertEquals(List.of(id), elsam.pullIds(1));

        // When
        elsam.commit(elsam.place()).statusCode(200);

        // Then
        List<ConsumerRecord<String, byte[]>> told = committed(canary.subject(), 1);
        assertEquals(List.of(id), values(told, "eventId"));
        assertEquals(List.of("id.siaga.canary.forwarded.v1"), values(told, "eventType"));
        told.forEach(one -> Contracts.own().assertValid("events-committed.v1", one.value()));
        assertEquals(List.of(), other.pull("").getList("events"));
    }

    @Test
    void aCommitSaysNothingOfOrdersThatAFilterLeftOut() {
        // Given
        Puller bssn = Puller.atTheEnd("bssn", "platform");
        EventFixture order = EventFixture.anOrder().toldTo("bssn");
        order.send();
        EventFixture.aReportStatus().toldTo("bssn").send();
        String begin = bssn.place();
        bssn.pullIds(2);

        // When
        String unseen = bssn.get("types=report.*&after=" + begin).extract().path("next");
        bssn.commit(unseen).statusCode(200);
        String seen = EventFixture.anOrder()
                .about(order.subject())
                .numbered(2)
                .toldTo("bssn")
                .send();
        bssn.pullIds(1);
        bssn.commit(bssn.place()).statusCode(200);

        // Then
        assertEquals(List.of(seen), values(committed(order.subject(), 1), "eventId"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "MCAw!", "LTEgMA", "OTk5OTk5OTk5IDA", "MCA5OTk5OTk5OTk5", "MCAwIHJlcG9ydA", "MCAwIHgueTt6"})
    void whatIsNoCursorOfTheFeedIsRefused(String cursor) {
        Puller google = Puller.atTheEnd("google", "platform");
        google.get("after=" + cursor).statusCode(400).body("errors.pointer", contains("query:after"));
        google.commit(cursor).statusCode(400).body("errors.pointer", contains("/after"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "wait=31", "wait=-1", "types=order", "types=order.*,", "types=.*"})
    void whatCannotBeAskedForIsRefused(String query) {
        Puller.atTheEnd("google", "platform").get(query).statusCode(400);
    }

    /** Fails unless these were read; events of different subjects come in any order. */
    private static List<String> inOrder(List<String> ids, String... expected) {
        assertEquals(
                List.of(expected).stream().sorted().toList(),
                ids.stream().sorted().toList());
        return List.of(expected);
    }

    private static List<ConsumerRecord<String, byte[]>> committed(String subject, int count) {
        return new KafkaTopic("notification.delivery.v1").await(count, one -> {
            Map<String, String> headers = KafkaTopic.headers(one);
            return subject.equals(headers.get("ce_subject"))
                    && "id.siaga.events.committed.v1".equals(headers.get("ce_type"));
        });
    }

    private static List<String> values(List<ConsumerRecord<String, byte[]>> told, String member) {
        return told.stream()
                .map(one -> JsonPath.from(new String(one.value(), java.nio.charset.StandardCharsets.UTF_8))
                        .getString(member))
                .toList();
    }
}
