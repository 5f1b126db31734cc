// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.Endpoints;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Backoff;
import id.siaga.localstack.client.Receipts;
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
    private static final Duration SOON = Duration.ofMinutes(5);
    /** Five minutes of tries, so that only a service that never comes back is a failure. */
    private static final Backoff PATIENT = new Backoff(600, Duration.ofMillis(100), Duration.ofMillis(500));

    private final long seed = Long.getLong("siaga.faults.seed", 20_261_122L);
    private final long began = System.nanoTime();
    private final Path books = RunningSuite.DATA.resolve("faults-" + UUID.randomUUID());
    private final Processes processes = new Processes(RunningSuite.DATA);
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
        moments = new Moments(new Random(seed), endpoints.postgres().databases(), sink);
        Registration.of(api, sink, PLATFORM, "order.*");
        for (String reporter : Round.REPORTERS) {
            Registration.of(api, sink, reporter, "report.status-changed");
        }
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
        // Given ten proposed orders for each time that something is killed
        List<Moments.Moment> all = moments.all();
        int prepared = all.size() * Round.ORDERS;
        try (Round first = round(0, prepared, List.of())) {
            first.sendReports();
            settle(first);
        }
        List<String> proposals = desk.prepareOrders(Round.HEADLINE);
        assertEquals(prepared, proposals.size());

        // When services are killed in the midst of it
        int deaths = 0;
        for (int number = 1; number <= all.size(); number++) {
            Moments.Moment moment = all.get(number - 1);
            List<String> next = proposals.subList((number - 1) * Round.ORDERS, number * Round.ORDERS);
            try (Round round = round(number, Round.CONTENTS, next)) {
                processes.awaitReady();
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
        new Account(api, books, sink, Round.REPORTERS, PLATFORM).check(orders);
        assertOneCaseForEachContent(all.size());
        System.out.printf("faults: %d s in all%n", seconds());
        assertEquals(deaths, processes.restarts());
        assertTrue(topics.publishedAgain() > 0, "no relay died before it could delete: the worst moment was missed");
        assertEquals(0, topics.deadLetters());
    }

    private void assertOneCaseForEachContent(int rounds) {
        List<JsonNode> cases = desk.newCases(Round.HEADLINE);
        assertEquals(
                rounds * Round.CONTENTS, cases.size(), "one case for each content, however its reports were cut off");
        assertEquals(
                rounds * Round.REPORTS,
                cases.stream().mapToInt(one -> one.path("reports").asInt()).sum(),
                "each report in one case");
    }

    private long seconds() {
        return Duration.ofNanos(System.nanoTime() - began).toSeconds();
    }

    /** Waits until everybody has an answer and every report its case. */
    private void settle(Round round) throws Exception {
        round.awaitAnswers();
        await().atMost(SOON).until(() -> topics.linked().containsAll(round.accepted()));
        orders.addAll(round.orders());
    }

    private Round round(int number, int contents, List<String> proposals) {
        return new Round(number, contents, proposals, api, desk, topics, sink);
    }
}
