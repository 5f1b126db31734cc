// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.Endpoints;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.reconcile.Reconcile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The runbook's command on the running suite, of which rows are taken away as a lost disk or a restored database would. */
@ExtendWith(RunningSuite.class)
class ReconcileIT {

    private static final Duration SOON = Duration.ofMinutes(1);

    /** Other tests have told triage of reports that never were, of a day long ago. */
    private final String since = Instant.now().toString();

    @Test
    void nothingDiffersThoughReportsComeAllTheTime(Api api) {
        try (ReportsComing coming = ReportsComing.to(api)) {
            coming.awaitSome();
            assertNothingDiffers();
            coming.awaitSome();
        }
    }

    @Test
    void whatIsLostIsNamedAndNothingElseAndIsToldAgain(Api api) throws Exception {
        ElectionDesk desk = new ElectionDesk(api);
        try (ReportsComing coming = ReportsComing.to(api);
                WebhookSink sink = new WebhookSink();
                Databases databases = Databases.open()) {
            // Given
            coming.awaitSome();
            String lost = desk.report("kpu", ElectionDesk.video());
            String forgotten = desk.report("kpu", ElectionDesk.video());
            String unheard = desk.report("kpu", ElectionDesk.video());
            String restored = desk.report("kpu", ElectionDesk.video());
            List.of(lost, forgotten, unheard, restored).forEach(report -> awaitStatus(desk, report, "LINKED"));
            String unheardCase = desk.caseOf(unheard);
            String restoredCase = desk.caseOf(restored);
            desk.assess(restoredCase);
            awaitStatus(desk, restored, "IN_REVIEW");
            String endpoint = listen(desk, sink);
            String served = desk.order(desk.report("kpu", ElectionDesk.video()));
            String unserved = desk.order(desk.report(
                    "kpu", "https://t.me/tps/" + Math.floorMod(UUID.randomUUID().hashCode(), Integer.MAX_VALUE)));
            awaitOrder(desk, served, "DELIVERED");
            assertNothingDiffers();

            // When
            String lostItem = databases
                    .triage
                    .texts("select item_id from reported_item where report_id = '" + lost + "'")
                    .getFirst();
            databases.triage.execute("delete from reported_item where report_id = '" + lost + "'");
            databases.intake.execute("update report_item set status = 'RECEIVED', reason = null, link_version = 0"
                    + " where report_id = '" + forgotten + "'");
            databases.intake.execute("update report set status = 'RECEIVED' where id = '" + forgotten + "'");
            for (String subject : List.of(unheard, unheardCase, unserved)) {
                databases.notification.execute("delete from feed_entry where subject = '" + subject + "'");
                databases.notification.execute("delete from event where subject = '" + subject + "'");
            }
            databases.triage.execute("update case_file set status = 'NEW', progress = 'LINKED', severity = null,"
                    + " finding = null, assessed_by = null, assessed_at = null, sequence = sequence - 1"
                    + " where id = '" + restoredCase + "'");
            databases.triage.execute("update told_report set link_version = 1 where report_id = '" + restored + "'");
            databases.triage.execute(
                    "delete from order_transition where status = 'DELIVERED' and order_id = '" + served + "'");
            databases.triage.execute("update orders set status = 'ISSUED' where id = '" + served + "'");

            // Then
            Run found = reconcile();
            assertEquals(
                    new TreeSet<>(Set.of(
                            "report %s, item %s: intake knows it, and triage does not".formatted(lost, lostItem),
                            "report %s: it is in a case (NEW), and intake was not told".formatted(forgotten),
                            "report %s: it is LINKED in intake, which has told 1 events of it; notification has 0"
                                    .formatted(unheard),
                            "case %s: it is NEW in triage, which has told 1 events of it; notification has 0"
                                    .formatted(unheardCase),
                            "report %s: intake has it as IN_REVIEW after news 2 of it, triage (case NEW) has told news 1"
                                    .formatted(restored),
                            "case %s: it is NEW in triage, which has told 1 events of it; notification has 2"
                                    .formatted(restoredCase),
                            "order %s: it is ISSUED in triage, which has told 1 events of it; notification has 0"
                                    .formatted(unserved),
                            "order %s: its platform has received it, and triage does not know".formatted(served))),
                    found.named());
            assertEquals(1, found.code());

            // and
            Run repaired = reconcile("--repair", "--reason", "A disk was lost.");
            assertEquals(0, repaired.code(), repaired.out());
            assertTrue(repaired.out().contains("Nothing differs of "), repaired.out());
            awaitStatus(desk, lost, "LINKED");
            awaitStatus(desk, forgotten, "LINKED");
            awaitStatus(desk, restored, "LINKED");
            awaitOrder(desk, served, "DELIVERED");
            assertTrue(reasons(databases).contains("A disk was lost."), "who wanted it and why is kept");

            // and what comes after it is believed
            desk.assess(restoredCase);
            awaitStatus(desk, restored, "IN_REVIEW");
            assertNothingDiffers();
            desk.send("google", Call.delete(Service.NOTIFICATION, "/v1/endpoints/" + endpoint));
        }
    }

    /** What the command said. */
    private record Run(int code, String out) {

        /** But for the last line, which counts. */
        Set<String> named() {
            List<String> lines = out.lines().toList();
            return new TreeSet<>(lines.subList(0, Math.max(lines.size() - 1, 0)));
        }
    }

    private void assertNothingDiffers() {
        Run run = reconcile();
        assertEquals(Set.of(), run.named());
        assertEquals(0, run.code(), run.out());
        assertTrue(run.out().startsWith("Nothing differs of "), run.out());
    }

    private Run reconcile(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--since", since));
        arguments.addAll(List.of(more));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, UTF_8);
        int code = Reconcile.run(RunningSuite.DATA, out, out, arguments.toArray(String[]::new));
        return new Run(code, said.toString(UTF_8));
    }

    private static List<String> reasons(Databases databases) throws SQLException {
        List<String> reasons = new ArrayList<>();
        for (OwnedDatabase database : List.of(databases.intake, databases.triage, databases.notification)) {
            reasons.addAll(database.texts("select reason from restatement"));
        }
        return reasons;
    }

    private static void awaitStatus(ElectionDesk desk, String report, String status) {
        await().atMost(SOON)
                .until(
                        () -> desk.send("kpu", Call.get(Service.INTAKE, "/v1/reports/" + report))
                                .at("/items/0/status")
                                .asText(),
                        status::equals);
    }

    private static void awaitOrder(ElectionDesk desk, String order, String status) {
        await().atMost(SOON)
                .until(
                        () -> desk.send("ratna", Call.get(Service.TRIAGE, "/v1/orders/" + order))
                                .path("status")
                                .asText(),
                        status::equals);
    }

    private static String listen(ElectionDesk desk, WebhookSink sink) {
        JsonNode endpoint = desk.send(
                "google", ElectionDesk.post(Service.NOTIFICATION, "/v1/endpoints", """
                {"url": "%s", "eventTypes": ["order.*"], "description": "reconciled"}""".formatted(sink.url())));
        String id = endpoint.path("id").asText();
        await().atMost(SOON)
                .until(
                        () -> desk.send("google", Call.get(Service.NOTIFICATION, "/v1/endpoints/" + id))
                                .path("status")
                                .asText(),
                        "ACTIVE"::equals);
        return id;
    }

    /** Those of the three services. */
    private record Databases(OwnedDatabase intake, OwnedDatabase triage, OwnedDatabase notification)
            implements AutoCloseable {

        static Databases open() throws Exception {
            var all = Endpoints.read(RunningSuite.DATA.resolve("endpoints.json"))
                    .postgres()
                    .databases();
            return new Databases(
                    OwnedDatabase.open(requireNonNull(all.get("intake"))),
                    OwnedDatabase.open(requireNonNull(all.get("triage"))),
                    OwnedDatabase.open(requireNonNull(all.get("notification"))));
        }

        @Override
        public void close() throws SQLException {
            intake.close();
            triage.close();
            notification.close();
        }
    }
}
