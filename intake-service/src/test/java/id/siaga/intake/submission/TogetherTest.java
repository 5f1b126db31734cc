// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import static id.siaga.intake.submission.ReportFixture.aReport;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.siaga.web.KafkaTopic;
import id.siaga.web.ServiceStack;
import id.siaga.web.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Reports that come at the same time, and share transactions. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class TogetherTest {

    private static final List<String> PARTIES = List.of("mafindo", "bawaslu", "kpu", "ombudsman");

    private static final int AT_ONCE = 24;

    @Inject
    AgroalDataSource database;

    @Test
    void reportsOfManyPartiesShareTransactionsAndEachPartyHasItsOwn() throws Exception {
        // Given: of each party the same contents, each sent twice
        List<Callable<Response>> calls = new ArrayList<>();
        for (int content = 0; content < 10; content++) {
            String body = aReport().about(ReportFixture.somewhere()).json();
            PARTIES.forEach(party -> calls.add(() -> post(party, body)));
            PARTIES.forEach(party -> calls.add(() -> post(party, body)));
        }
        // When
        List<Response> answers = atOnce(calls);
        // Then
        List<String> created = ids(answers, 201);
        assertEquals(40, created.size());
        assertEquals(
                created.stream().sorted().toList(),
                ids(answers, 200).stream().sorted().toList());
        assertEquals(created.size(), count("count(*) FROM supplement", created));
        long transactions = count("count(DISTINCT xmin::text) FROM report_item", created);
        assertTrue(transactions < created.size(), () -> transactions + " transactions for as many reports");
    }

    @Test
    void eachEventGoesOnWithTheTraceOfItsOwnRequest() throws Exception {
        // Given
        String known = aReport().about(ReportFixture.somewhere()).json();
        post("mafindo", known).then().statusCode(201);
        List<String> traces = new ArrayList<>();
        List<Callable<Response>> calls = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            String trace = UUID.randomUUID().toString().replace("-", "");
            String body =
                    i % 4 == 0 ? known : aReport().with("reference", trace).json();
            traces.add(trace);
            calls.add(() -> traced(trace).body(body).post("/v1/reports"));
        }
        // When
        atOnce(calls);
        // Then
        List<String> told = new KafkaTopic("intake.report.v1")
                .await(AT_ONCE, event -> traces.contains(trace(event))).stream()
                        .map(TogetherTest::trace)
                        .toList();
        assertEquals(traces.stream().sorted().toList(), told.stream().sorted().toList());
    }

    private static RequestSpecification traced(String trace) {
        return sending("mafindo").header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01");
    }

    private static String trace(ConsumerRecord<String, byte[]> event) {
        String[] parts =
                KafkaTopic.headers(event).getOrDefault("traceparent", "").split("-", 4);
        return parts.length < 2 ? "" : parts[1];
    }

    @Test
    void whoWaitsForARivalKeepsNobodyElseWaiting() throws Exception {
        // Given: somebody holds the report that one of them repeats
        String known = aReport().about(ReportFixture.somewhere()).json();
        String first = post("mafindo", known).path("id");
        try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
                Connection rival = database.getConnection()) {
            rival.setAutoCommit(false);
            lock(rival, first);
            // When
            Future<Response> repeat = senders.submit(() -> post("mafindo", known));
            List<Future<Response>> others = new ArrayList<>();
            for (int i = 0; i < AT_ONCE - 1; i++) {
                others.add(senders.submit(() -> post("mafindo", aReport().json())));
            }
            // Then
            for (Future<Response> other : others) {
                other.get().then().statusCode(201);
            }
            assertFalse(repeat.isDone());
            rival.rollback();
            assertEquals(200, repeat.get().statusCode());
        }
    }

    private static List<Response> atOnce(List<Callable<Response>> calls) throws Exception {
        List<Response> answers = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Response> call : senders.invokeAll(calls)) {
                answers.add(call.get());
            }
        }
        return answers;
    }

    private static List<String> ids(List<Response> answers, int status) {
        return answers.stream()
                .filter(answer -> answer.statusCode() == status)
                .map(answer -> answer.<String>path("id"))
                .toList();
    }

    private long count(String what, List<String> reports) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement count =
                        connection.prepareStatement("SELECT " + what + " WHERE report_id = ANY (?::uuid[])")) {
            count.setArray(1, connection.createArrayOf("text", reports.toArray()));
            try (ResultSet result = count.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static void lock(Connection connection, String report) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT FROM report WHERE id = ? FOR UPDATE")) {
            lock.setObject(1, UUID.fromString(report));
            lock.execute();
        }
    }

    private static Response post(String party, String body) {
        return sending(party).body(body).post("/v1/reports");
    }

    private static RequestSpecification sending(String party) {
        return given().auth()
                .oauth2(Tokens.forClient(party, "reporter"))
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/json");
    }
}
