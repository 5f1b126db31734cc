// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.scatter;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.localstack.Endpoints;
import id.siaga.localstack.LocalStack;
import id.siaga.localstack.ServiceOptions;
import id.siaga.localstack.StackOptions;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Backoff;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Receipts;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.client.Suite;
import id.siaga.suite.Checkout;
import id.siaga.suite.RunningSuite;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** Three replicas of triage over one database and one topic, whose reports are strewn so that they meet at every case. */
class ScatterIT {

    private static final Path DATA = Path.of("target", "scatter").toAbsolutePath();
    private static final String TRIAGE = "triage-service";
    private static final String GROUP = TRIAGE + ".reports-in";
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final int REPLICAS = 3;

    /** Each replica reads by two consumers, each of these one of the six partitions. */
    private static final List<Integer> SHARES = List.of(1, 1, 1, 1, 1, 1);

    /** So many reports are sent at once, and the next when so many cases more have moved: however fast the machine is. */
    private static final int PORTION = 2_000;

    private static final int MOVES = 4;

    private final Random random = new Random(Long.getLong("siaga.scatter.seed", 20_261_130L));

    @Test
    void scatteredReportsAreLinkedOnceEachToOneCasePerContentWhileCasesMove() throws Exception {
        RunningSuite.keepPrograms(DATA);
        StackOptions wanted = StackOptions.of(Checkout.ROOT)
                .withData(DATA)
                .withFreshData(true)
                .withServices(new ServiceOptions(List.of(TRIAGE), false, Map.of()));
        try (LocalStack stack = LocalStack.start(wanted);
                Receipts receipts = new Receipts(DATA.resolve("receipts.ndjson"))) {
            Api api = new Api(Suite.read(stack.endpointsFile()), receipts, Backoff.patient(), Clock.systemUTC());
            Endpoints.Database database = Objects.requireNonNull(
                    stack.endpoints().postgres().databases().get("triage"));
            String brokers = stack.endpoints().kafka().bootstrapServers();
            try (CaseBook book = new CaseBook(database);
                    ScatteredReports reports = new ScatteredReports(brokers, random, Clock.systemUTC())) {
                // Given three replicas whose consumers share the partitions
                for (int number = 2; number <= REPLICAS; number++) {
                    stack.replicate(TRIAGE, TRIAGE + "-" + number);
                }
                await().atMost(SOON).until(() -> sharesOf(brokers), SHARES::equals);

                // When reports of the same contents come to all of them at once, and an officer moves cases
                Rearranging officer = new Rearranging(api, "ratna", database, random);
                CompletableFuture<Void> working = CompletableFuture.runAsync(officer);
                for (int sent = 0; sent < ScatteredReports.REPORTS; sent += PORTION) {
                    reports.publish(sent, sent + PORTION);
                    int moves = MOVES * (sent / PORTION + 1);
                    await().atMost(SOON).until(() -> officer.merges() + officer.splits() >= moves || working.isDone());
                }
                await().atMost(SOON).until(() -> book.linked() == ScatteredReports.REPORTS || working.isDone());
                officer.stop();
                working.get();
                assertEquals(SHARES, sharesOf(brokers), "all three are still at work");
                System.out.printf(
                        "scatter: %d merges and %d splits meanwhile, %d deadlocks that PostgreSQL broke%n",
                        officer.merges(), officer.splits(), book.deadlocks());
                assertTrue(officer.merges() > 0 && officer.splits() > 0, "cases moved, in and out");
                for (List<String> out = book.merged(); !out.isEmpty(); out = book.merged()) {
                    out.forEach(caseId -> officer.split(caseId).orThrow());
                }

                // Then each content has one case, and each report is in it once
                assertEquals(ScatteredReports.CONTENTS, book.contents());
                assertEquals(ScatteredReports.CONTENTS, book.cases().size(), "one case was opened for each content");
                assertEquals(ScatteredReports.CONTENTS, book.casesWithContents(), "and has it again");
                assertEquals(0, book.astray());
                assertEquals(0, book.uneven());
                long items = ScatteredReports.REPORTS;
                assertEquals(items, book.linked());
                assertEquals(List.of(items, items), book.entriesAndItems());
                book.cases().forEach(caseId -> verify(api, caseId));
                await().atMost(SOON).until(() -> book.untold() == 0);
                assertTold(ToldReports.read(brokers), book);
            }
        }
    }

    private static void assertTold(ToldReports told, CaseBook book) throws Exception {
        assertEquals(ScatteredReports.REPORTS, told.items());
        assertEquals(List.of(), told.outOfOrder());
        assertEquals(book.told(), told.news());
        assertEquals(ScatteredReports.CONTENTS, told.openings());
        assertEquals(Set.copyOf(book.cases()), told.opened());
        assertEquals(0, told.again());
        assertEquals(0, told.deadLetters());
    }

    private static void verify(Api api, String caseId) {
        var verification = api.send(
                        api.suite().identity("ombudsman"),
                        Call.get(Service.TRIAGE, "/v1/cases/" + caseId + "/record/verification"))
                .orThrow();
        assertEquals("INTACT", verification.path("result").asText(), verification::toString);
    }

    /** How many partitions each member of the group reads. */
    private static List<Integer> sharesOf(String brokers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            return admin.describeConsumerGroups(List.of(GROUP)).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .map(member -> member.assignment().topicPartitions().size())
                    .collect(Collectors.toList());
        }
    }
}
