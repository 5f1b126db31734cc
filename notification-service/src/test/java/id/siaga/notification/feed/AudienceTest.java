// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.siaga.notification.EventFixture;
import id.siaga.notification.NotificationStack;
import id.siaga.notification.RegisteredParty;
import id.siaga.notification.WebhookSink;
import id.siaga.notification.WebhookSink.Received;
import id.siaga.web.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random events for random audiences, canaries among them, and the very bytes that each party is given by webhook, pull and stream: all that
 * it may know, nothing else, and no word of who else was told.
 */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class AudienceTest {

    private static final List<String> PARTIES =
            List.of("google", "meta", "tiktok", "telegram", "kpu", "mafindo", "cekfakta", "elsam");
    private static final List<String> ROLES = List.of("platform", "reporter", "authority", "partner");
    private static final int EVENTS = 60;

    /** A party with all three ways to be told. */
    private record Told(
            String party, Set<String> roles, Puller puller, Watcher watcher, RegisteredParty endpoint, WebhookSink sink)
            implements AutoCloseable {

        boolean mayKnow(Collection<String> audience) {
            return audience.contains(party) || (audience.contains("*") && roles.contains("partner"));
        }

        @Override
        public void close() {
            watcher.close();
            endpoint.delete();
            sink.close();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyPartyIsGivenWhatItMayKnowAndNothingElse(long seed) throws Exception {
        // Given
        Random random = new Random(seed);
        List<Told> parties = new ArrayList<>();
        for (String party : PARTIES) {
            parties.add(told(party, some(ROLES, random, 1)));
        }

        Instant begin = Clock.systemUTC().instant();

        // When
        Map<String, Set<String>> audiences = new HashMap<>();
        for (int i = 0; i < EVENTS; i++) {
            if (random.nextInt(6) == 0) {
                String party = PARTIES.get(random.nextInt(PARTIES.size()));
                audiences.put(EventFixture.aCanary().toldTo(party).send(), Set.of(party));
                continue;
            }
            Set<String> audience = some(PARTIES, random, 0);
            if (random.nextInt(3) == 0) {
                audience.add("*");
            }
            audiences.put(send(String.join(",", audience)), audience);
        }

        // Then
        for (Told one : parties) {
            Set<String> mayKnow = audiences.entrySet().stream()
                    .filter(event -> one.mayKnow(event.getValue()))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));
            List<String> pulled = pulled(one, mayKnow.size());
            one.watcher().ids(mayKnow.size());
            List<String> watched =
                    one.watcher().events().stream().map(Watcher.Event::data).toList();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> one.sink().received().size() >= mayKnow.size());
            List<String> posted =
                    one.sink().received().stream().map(Received::text).toList();
            for (List<String> bytes : List.of(pulled, watched, posted)) {
                assertEquals(List.copyOf(mayKnow), ids(bytes), one.party());
                assertNobodyElseNamed(one, bytes);
            }
            // What is still on its way is not replayed.
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> one.endpoint()
                                    .get("/deliveries?status=SUCCEEDED&limit=200")
                                    .getList("deliveries")
                                    .size()
                            == mayKnow.size());
            assertReplayedAlike(one, begin, posted);
        }
        parties.forEach(Told::close);
    }

    /** Once more the same bytes, and no others. */
    private static void assertReplayedAlike(Told one, Instant begin, List<String> posted) {
        given().auth()
                .oauth2(one.puller().token())
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(Map.of("since", begin.toString(), "types", List.of("case.opened", "canary.forwarded")))
                .post("/v1/endpoints/" + one.endpoint().endpointId() + "/replay")
                .then()
                .statusCode(201);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> one.endpoint().get("/recoveries").getString("recoveries[0].status"), "FINISHED"::equals);
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> one.sink().received().size() >= 2 * posted.size());
        List<String> again = one.sink().received().stream()
                .map(Received::text)
                .skip(posted.size())
                .sorted()
                .toList();
        assertEquals(posted.stream().sorted().toList(), again, one.party());
    }

    private static void assertNobodyElseNamed(Told one, List<String> bytes) {
        bytes.forEach(text -> {
            assertFalse(text.contains("audience"), text);
            PARTIES.stream()
                    .filter(party -> !party.equals(one.party()))
                    .forEach(party -> assertFalse(text.contains(party), () -> party + " in " + text));
        });
    }

    private static List<String> pulled(Told one, int count) {
        List<String> events = new ArrayList<>();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            String page = one.puller()
                    .get("wait=1&limit=7&after=" + one.puller().place())
                    .extract()
                    .asString();
            JsonPath read = JsonPath.from(page);
            one.puller().at(read.getString("next"));
            IntStream.range(0, read.getList("events").size()).forEach(n -> events.add(raw(page, n)));
            return events.size() >= count;
        });
        return events;
    }

    /** The bytes of the page's nth event: each begins as every event of ours does. */
    private static String raw(String page, int n) {
        String[] events = page.split("(?=\\{\"specversion\")", -1);
        return events[n + 1];
    }

    private static List<String> ids(List<String> events) {
        return events.stream()
                .map(event -> event.replaceAll("(?s).*?\"id\":\"([^\"]*)\".*", "$1"))
                .sorted()
                .toList();
    }

    private static String send(String audience) {
        return EventFixture.anOpenedCase()
                .saying("{\"caseId\": \"" + UUID.randomUUID() + "\"}")
                .toldTo(audience)
                .send();
    }

    /** At least so many of them. */
    private static Set<String> some(List<String> all, Random random, int atLeast) {
        Set<String> some =
                all.stream().filter(one -> random.nextInt(3) == 0).collect(Collectors.toCollection(TreeSet::new));
        while (some.size() < atLeast) {
            some.add(all.get(random.nextInt(all.size())));
        }
        return some;
    }

    private static Told told(String party, Set<String> roles) throws Exception {
        String[] all = roles.toArray(String[]::new);
        Puller puller = Puller.atTheEnd(party, all);
        WebhookSink sink = new WebhookSink();
        JsonPath registered = given().auth()
                .oauth2(Tokens.forClient(party, all))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json")
                .body(Map.of("url", sink.url("/"), "eventTypes", List.of("*")))
                .post("/v1/endpoints")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        RegisteredParty endpoint =
                new RegisteredParty(party, all[0], registered.getString("id"), registered.getString("secret"));
        endpoint.awaitStatus("ACTIVE");
        return new Told(party, roles, puller, Watcher.of(puller, ""), endpoint, sink);
    }
}
