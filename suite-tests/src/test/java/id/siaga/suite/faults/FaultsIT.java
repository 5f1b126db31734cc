// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.localstack.Endpoints;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Backoff;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Receipts;
import id.siaga.localstack.client.Service;
import id.siaga.suite.RunningSuite;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Kills services at the worst moments and then asks clients and receivers, not the suite's tables, what became of it all. */
@ExtendWith(RunningSuite.class)
class FaultsIT {

    private static final String PLATFORM = "tiktok";
    private static final Duration SOON = Duration.ofMinutes(2);
    /** A busy machine may take most of a minute to start a service. */
    private static final Backoff PATIENT = new Backoff(64, Duration.ofMillis(100), Duration.ofSeconds(2));

    private final long seed = Long.getLong("siaga.faults.seed", 20_261_122L);
    private final long began = System.nanoTime();
    private final Path books = RunningSuite.DATA.resolve("faults-" + UUID.randomUUID());
    private final Processes processes = new Processes(RunningSuite.DATA);
    private final List<String> proposals = new ArrayList<>();
    private final List<String> orders = new ArrayList<>();

    private Receipts receipts;
    private Api api;
    private DutyDesk desk;
    private SinkLedger sink;
    private TopicWatch topics;
    private Moments moments;

    @BeforeEach
    void openTheBooks(Api running) throws Exception {
        Endpoints endpoints = Endpoints.read(RunningSuite.DATA.resolve("endpoints.json"));
        receipts = new Receipts(books.resolve("receipts.ndjson"));
        api = new Api(running.suite(), receipts, PATIENT, Clock.systemUTC());
        desk = new DutyDesk(api);
        sink = new SinkLedger(books.resolve("ledger.ndjson"));
        topics = new TopicWatch(endpoints.kafka().bootstrapServers());
        moments = new Moments(new Random(seed), endpoints.postgres().databases(), sink, proposals);
        register(PLATFORM, "order.*");
        register(Round.REPORTER, "report.status-changed");
    }

    @AfterEach
    void closeTheBooks() throws SQLException {
        moments.close();
        topics.close();
        sink.close();
        receipts.close();
    }

    @Test
    void whatWasAcceptedSurvivesTheDeathOfAnyService() throws Exception {
        // Given ten cases, each with a proposed order
        int number = 0;
        try (Round first = round(number)) {
            first.sendReports(Round.CONTENTS);
            settle(first);
        }
        List<Moments.Moment> all = moments.all();

        // When services are killed in the midst of it
        int deaths = 0;
        for (Moments.Moment moment : all) {
            number++;
            try (Round round = round(number)) {
                sink.withholdConfirmations();
                moment.approach().begin(round);
                System.out.printf(
                        "faults: %d s, kill %d of %d (seed %d), %s: kill -9 of %s with %d reports and %d orders in"
                                + " flight%n",
                        seconds(),
                        number,
                        all.size(),
                        seed,
                        moment.when(),
                        String.join(", ", moment.victims()),
                        round.reportsInFlight(),
                        round.ordersInFlight());
                processes.kill(moment.victims());
                deaths += moment.victims().size();
                moments.close();
                settle(round);
            }
        }

        // Then nothing is lost and nothing came twice, by what was written down outside
        new Account(api, books, sink, Round.REPORTER, PLATFORM).check(orders);
        System.out.printf("faults: %d s in all%n", seconds());
        assertEquals(deaths, processes.restarts());
        assertTrue(topics.publishedAgain() > 0, "no relay died before it could delete: the worst moment was missed");
        assertEquals(0, topics.deadLetters());
    }

    private long seconds() {
        return Duration.ofNanos(System.nanoTime() - began).toSeconds();
    }

    /** Waits until everybody has an answer and every report its case; then the next orders are prepared. */
    private void settle(Round round) throws Exception {
        round.awaitAnswers();
        await().atMost(SOON).until(() -> topics.linked().containsAll(round.accepted()));
        orders.addAll(round.orders());
        proposals.clear();
        proposals.addAll(desk.prepareOrders(round.urls()));
        assertEquals(
                Round.CONTENTS, proposals.size(), "the same content is one case, however its reports were cut off");
    }

    private Round round(int number) {
        return new Round(number, api, desk, topics, sink);
    }

    private void register(String party, String eventType) {
        var request = Json.object().put("url", sink.url(party));
        request.putArray("eventTypes").add(eventType);
        var endpoint = api.send(
                        api.suite().identity(party),
                        Call.post(Service.NOTIFICATION, "/v1/endpoints", request)
                                .once("faults-" + UUID.randomUUID()))
                .orThrow();
        sink.trust(party, endpoint.path("secret").asText());
    }
}
