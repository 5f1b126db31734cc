// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import static id.siaga.triage.ReportFixture.aReport;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.triage.Desk;
import id.siaga.triage.Published;
import id.siaga.triage.ReportFixture;
import id.siaga.web.KafkaTopic;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Reported items on their way from Kafka into cases, with the bytes and headers that intake promises. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class CaseworkConsumerTest {

    @Inject
    ReportsConsumer consumer;

    @Test
    void theExampleOfIntakeBecomesACaseAndItsReporterLearnsIt() {
        // Given
        ReportFixture example = ReportFixture.theExample();
        // When
        UUID caseId = Desk.aCase(example);
        // Then
        JsonNode opened =
                Desk.events("triage.case.v1", "case.opened", caseId, 1).getFirst();
        assertEquals("election-hoax", opened.get("category").asText());
        assertEquals("youtube", opened.get("platforms").get(0).asText());
        JsonNode told = Desk.events("triage.link.v1", "item.status-changed", example.reportId(), 1)
                .getFirst();
        assertEquals("LINKED", told.get("status").asText());
        assertEquals(List.of("politicalSpeech"), Desk.query("select flag from case_flag where case_id = ?", caseId));
    }

    @Test
    void aRepeatedEventAndARepeatedItemChangeNothing() {
        // Given
        ReportFixture report = aReport();
        UUID caseId = Desk.aCase(report);
        // When
        consumer.consume(Published.batch(List.of(report)));
        consumer.consume(Published.batch(List.of(report.repeated(), report.repeated())));
        // Then
        assertEquals(List.of("1"), count("reported_item where case_id = ?", caseId));
        assertEquals(
                List.of("1"),
                Desk.query("select link_version from told_report where report_id = ?::uuid", report.reportId()));
        assertEquals(List.of("1"), Desk.query("select sequence from case_file where id = ?", caseId));
    }

    @Test
    void aTypeThatTheDeskDoesNotKnowIsLetPass() {
        // Given
        ReportFixture unheardOf = aReport().ofType("id.siaga.report.praised.v1");
        // When
        consumer.consume(Published.batch(List.of(unheardOf)));
        // Then
        assertEquals(List.of("0"), count("content where key = ?", unheardOf.contentKey()));
    }

    @Test
    void threePartiesInOneBatchReportOneCase() {
        // Given
        String video = ReportFixture.aVideo();
        List<ReportFixture> reports = List.of(
                aReport().about("youtube", "video", video).from("komdigi"),
                aReport().about("youtube", "video", video).from("kpu").flagged("satire"),
                aReport().about("youtube", "video", video).from("mafindo").flagged("journalism"));
        // When
        consumer.consume(Published.batch(reports));
        // Then
        UUID caseId = Desk.caseOf(reports.getFirst());
        reports.forEach(report -> assertEquals(caseId, Desk.caseOf(report)));
        assertEquals(
                List.of("journalism", "satire"),
                Desk.query("select flag from case_flag where case_id = ? order by flag", caseId));
        assertEquals(
                List.of("0"), Desk.query("select version from case_file where id = ?", caseId), "officers' version");
        assertEquals(1, Desk.events("triage.case.v1", "case.opened", caseId, 1).size());
    }

    @Test
    void theItemsOfOneReportAreToldInOneNumberedStream() {
        // Given
        ReportFixture first = aReport();
        List<ReportFixture> items = new ArrayList<>(List.of(first));
        IntStream.range(0, 4).forEach(i -> items.add(aReport().with("reportId", first.reportId())));
        // When
        consumer.consume(Published.batch(items.subList(0, 2)));
        consumer.consume(Published.batch(items.subList(2, 5)));
        // Then
        List<Long> versions = Desk.events("triage.link.v1", "item.status-changed", first.reportId(), 5).stream()
                .map(told -> told.get("linkVersion").asLong())
                .toList();
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), versions);
    }

    @Test
    void contentReportedAtOnceByManyIsOneCaseEach() throws Exception {
        // Given
        List<String> videos =
                IntStream.range(0, 40).mapToObj(i -> ReportFixture.aVideo()).toList();
        List<Callable<Void>> rivals = new ArrayList<>();
        for (String party : List.of("komdigi", "kpu", "bawaslu", "mafindo")) {
            List<String> shuffled = new ArrayList<>(videos);
            Collections.shuffle(shuffled);
            List<ReportFixture> batch = shuffled.stream()
                    .map(video -> aReport().about("tiktok", "video", video).from(party))
                    .toList();
            rivals.add(() -> {
                consumer.consume(Published.batch(batch.subList(0, 20)));
                consumer.consume(Published.batch(batch.subList(20, 40)));
                return null;
            });
        }
        // When
        try (ExecutorService threads = Executors.newFixedThreadPool(rivals.size())) {
            for (Future<Void> rival : threads.invokeAll(rivals)) {
                rival.get();
            }
        }
        // Then
        Set<String> cases = new HashSet<>();
        for (String video : videos) {
            List<String> linked = Desk.query("""
                    select distinct i.case_id from reported_item i join content c on c.id = i.content_id
                    where c.key = ?""", "tiktok:video:" + video);
            assertEquals(1, linked.size());
            cases.addAll(linked);
            assertEquals(List.of("4"), count("""
                    reported_item i join content c on c.id = i.content_id where c.key = ?""", "tiktok:video:" + video));
        }
        assertEquals(40, cases.size());
    }

    @Test
    void aKeyAsLongAsAUrlMayBeIsLinked() {
        // Given
        ReportFixture report = aReport().about("web", "url", "https://web.example/" + "seribu-".repeat(580));
        // When
        consumer.consume(Published.batch(List.of(report)));
        // Then
        assertEquals(List.of("1"), count("content where key = ?", report.contentKey()));
    }

    @Test
    void poisonGoesToTheDeadLettersAloneAndTheRestIsLinked() {
        // Given
        ReportFixture before = aReport();
        ReportFixture after = aReport();
        ReportFixture poison = aReport();
        ReportFixture nul = aReport().with("statementOfReasons", "a\u0000b");
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
        batch.add(before.message(before.value()));
        batch.add(poison.message("{\"reportId\":".getBytes(UTF_8)));
        batch.add(nul.message(nul.value()));
        batch.add(after.message(after.value()));
        // When
        consumer.consume(Published.batch(batch));
        // Then
        assertNotEquals(Desk.caseOf(before), Desk.caseOf(after));
        List<String> buried = new KafkaTopic("triage-service.reports-in.dlq")
                        .await(2, message -> Set.of(poison.itemId(), nul.itemId())
                                .contains(KafkaTopic.headers(message).get("ce_subject")))
                        .stream()
                        .map(message -> KafkaTopic.headers(message).get("dead-letter-reason"))
                        .toList();
        assertEquals(2, buried.size());
        assertTrue(buried.getFirst().contains("report.submitted"), buried.getFirst());
        assertEquals(List.of("0"), count("reported_item where item_id = ?::uuid", poison.itemId()));
    }

    @Test
    void aThousandItemsAreOneTransaction() {
        // Given
        List<ReportFixture> items =
                IntStream.range(0, 1_000).mapToObj(i -> aReport()).toList();
        // When
        consumer.consume(Published.batch(items));
        // Then
        assertEquals(
                List.of("1"),
                Desk.query(
                        "select count(distinct xmin::text) from reported_item where item_id = any (?::uuid[])",
                        (Object) items.stream().map(ReportFixture::itemId).toArray(String[]::new)));
    }

    private static List<String> count(String from, Object argument) {
        return Desk.query("select count(*) from " + from, argument);
    }
}
