// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.web.Contracts;
import id.siaga.web.KafkaTopic;
import id.siaga.web.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The people of the desk and the platforms, as tests let them work: through the API, with their own tokens. */
public final class Desk {

    public static final String GROUNDS = """
            "legalBasis": {"instrument": "Permenkominfo 5/2020", "article": "9(3)"},
            "proportionality": "Only this video.", "lighterMeasure": "A label would come too late.",
            "territorialScope": ["ID"], "redress": "Objection at the desk."
            """;

    public static final String AUTHORITY = """
            "authority": {"party": "komdigi", "fileReference": "B-1201/2026"}""";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final KafkaTopic REPORTS = new KafkaTopic(Published.TOPIC);

    private Desk() {}

    public static RequestSpecification ratna() {
        return as(Tokens.forPerson("posko", "ratna", "officer"));
    }

    public static RequestSpecification wulan() {
        return as(Tokens.forPerson("posko", "wulan", "approver"));
    }

    public static RequestSpecification yusuf() {
        return as(Tokens.forPerson("bssn", "yusuf", "approver"));
    }

    /** The desk's lead. */
    public static RequestSpecification sari() {
        return as(Tokens.forPerson("siaga-ops", "sari", "operator"));
    }

    public static RequestSpecification auditor() {
        return as(Tokens.forClient("ombudsman", "auditor"));
    }

    public static RequestSpecification platform(String party) {
        return as(Tokens.forClient(party, "platform"));
    }

    public static RequestSpecification as(String token) {
        return as(token, UUID.randomUUID().toString());
    }

    public static RequestSpecification as(String token, String idempotencyKey) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", idempotencyKey)
                .contentType("application/json");
    }

    public static void publish(Published event) {
        REPORTS.send(event.kafkaKey(), event.headers(), event.value());
    }

    /** The case that the reported item was linked to, once it is. */
    public static UUID caseOf(ReportFixture report) {
        return await()
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> query("select case_id from reported_item where item_id = ?::uuid", report.itemId()),
                        rows -> !rows.isEmpty())
                .stream()
                .map(UUID::fromString)
                .findFirst()
                .orElseThrow();
    }

    public static UUID aCase(ReportFixture report) {
        publish(report);
        return caseOf(report);
    }

    public static ValidatableResponse alias(UUID caseId, String from, String to) {
        return ratna().body(Map.of("from", from, "to", to, "reason", "The short link leads to this video."))
                .post("/v1/cases/{id}/aliases", caseId)
                .then();
    }

    /** The key of what the case is about. */
    public static String keyOf(String caseId) {
        return ratna().get("/v1/cases/{id}", caseId).then().extract().path("contents[0].key");
    }

    public static ValidatableResponse merge(UUID into, UUID caseId) {
        return ratna().body(Map.of("caseId", caseId, "reason", "It is one matter."))
                .post("/v1/cases/{id}/merge", into)
                .then();
    }

    public static ValidatableResponse split(UUID caseId) {
        return ratna().body(Map.of("reason", "They are two matters."))
                .post("/v1/cases/{id}/split", caseId)
                .then();
    }

    /** What an operator enters: a vote in this province that lasts for two hours, and began an hour ago. */
    public static String election(String region) {
        return """
                {"stage": "vote", "region": "%s", "from": "%s", "to": "%s", "reason": "The commission has set the day."}""".formatted(region, now().minus(Duration.ofHours(1)), now().plus(Duration.ofHours(1)));
    }

    public static String anElection(String region) {
        return sari().body(election(region))
                .post("/v1/election-windows")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** What an operator records: that these could not act in the minute that begins now. */
    public static String outage(String affects) {
        TestClock clock = Arc.container().instance(TestClock.class).get();
        Instant from = TestClock.now();
        clock.advance(Duration.ofMinutes(1));
        return """
                {"affects": "%s", "from": "%s", "to": "%s", "what": "webhooks", "reason": "A cable was cut."}""".formatted(affects, from, TestClock.now());
    }

    public static ValidatableResponse anOutage(String affects) {
        return sari().body(outage(affects)).post("/v1/outages").then().statusCode(201);
    }

    /** The shift of a person, who has no other one then. */
    public static String aShift(String name) {
        offDuty(name);
        return beginShift(as(Tokens.forPerson("posko", name, "officer")), Duration.ofHours(8))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Hands over whatever shift the person has. */
    public static void offDuty(String name) {
        String token = Tokens.forPerson("posko", name, "officer");
        as(token)
                .get("/v1/shifts?onDuty=true&limit=200")
                .jsonPath()
                .getList("shifts.findAll { it.by.endsWith('/" + name + "') }.id", String.class)
                .forEach(id -> handOver(as(token), id, "Nothing is open.").statusCode(200));
    }

    public static ValidatableResponse beginShift(RequestSpecification who, Duration length) {
        Instant until = now().plus(length);
        return who.body(Map.of("until", until.toString())).post("/v1/shifts").then();
    }

    public static Instant inAnHour() {
        return now().plus(Duration.ofHours(1));
    }

    private static Instant now() {
        return Arc.container().instance(TestClock.class).get().instant();
    }

    public static ValidatableResponse handOver(RequestSpecification who, String shift, String note) {
        return who.body(Map.of("note", note))
                .post("/v1/shifts/{id}/handover", shift)
                .then();
    }

    public static UUID anAssessedCase(ReportFixture report, String category) {
        UUID id = aCase(report);
        assess(id, category).statusCode(200);
        return id;
    }

    public static ValidatableResponse assess(UUID id, String category) {
        return ratna().body("""
                {"category": "%s", "severity": "HIGH", "flags": [], "finding": "It misleads."}""".formatted(category))
                .post("/v1/cases/{id}/assessment", id)
                .then();
    }

    /** A proposal that stands on the law and, when it is an ORDER, on the authority's power under it. */
    public static ValidatableResponse propose(RequestSpecification who, UUID id, String kind) {
        return propose(who, id, kind, GROUNDS);
    }

    public static ValidatableResponse propose(RequestSpecification who, UUID id, String kind, String grounds) {
        String power = kind.equals("ORDER") ? AUTHORITY + ", " + grounds : grounds;
        return who.body("""
                {"kind": "%s", "reasons": "It does harm.", %s}""".formatted(kind, power))
                .post("/v1/cases/{id}/decisions", id)
                .then();
    }

    /** A power of the authority in whose name orders are proposed here. */
    public static String aCompetence(String instrument, String article, @Nullable String category) {
        Map<String, String> entry = new HashMap<>(Map.of(
                "party", "komdigi",
                "instrument", instrument,
                "article", article,
                "validFrom", "2020-11-24T00:00:00Z",
                "source", "Berita Negara 2020/1376"));
        if (category != null) {
            entry.put("category", category);
        }
        return as(Tokens.forClient("siaga-ops", "operator"))
                .body(entry)
                .post("/v1/competences")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String aProposal(UUID caseId, String kind) {
        return propose(ratna(), caseId, kind).statusCode(201).extract().path("id");
    }

    public static ValidatableResponse approve(RequestSpecification who, String decision) {
        return who.body("{}").post("/v1/decisions/{id}/approval", decision).then();
    }

    /** The case of the report, dismissed by two persons. */
    public static UUID aDismissedCase(ReportFixture report) {
        UUID id = anAssessedCase(report, "fraud");
        approve(yusuf(), aProposal(id, "DISMISS")).statusCode(200);
        return id;
    }

    /** An order to the platform of the report, issued by two persons. */
    public static String anOrder(ReportFixture report) {
        UUID id = anAssessedCase(report, "fraud");
        return approve(yusuf(), aProposal(id, "NOTICE"))
                .statusCode(200)
                .extract()
                .path("orders[0]");
    }

    /** An order that stands on the regulation whose hour starts anew after a wait. */
    public static String anOrderUnderTco(ReportFixture report) {
        UUID id = anAssessedCase(report, "fraud");
        String law = "Regulation (EU) 2021/784";
        aCompetence(law, "9(3)", null);
        String proposal = propose(ratna(), id, "ORDER", GROUNDS.replace("Permenkominfo 5/2020", law))
                .statusCode(201)
                .extract()
                .path("id");
        return approve(yusuf(), proposal).statusCode(200).extract().path("orders[0]");
    }

    /** The appeal of a platform against an order. */
    public static String anAppeal(String party, String order) {
        return platform(party)
                .body("{\"statement\": \"It is a parody.\"}")
                .post("/v1/orders/{id}/appeals", order)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** That content which a platform was asked about was reported again. */
    public static String aTask() {
        ReportFixture report = ReportFixture.aReport();
        anOrder(report);
        UUID caseId = aCase(report.byAnother("kpu"));
        return query("select id from task where case_id = ?", caseId).getFirst();
    }

    public static String locator(String order) {
        return ratna().get("/v1/orders/{id}", order).then().extract().path("locators[0].id");
    }

    public static ValidatableResponse acknowledge(String party, String order) {
        return platform(party)
                .body("{}")
                .post("/v1/orders/{id}/acknowledgement", order)
                .then();
    }

    public static ValidatableResponse answer(String party, String order, String result) {
        return platform(party)
                .body("""
                {"results": [{"locatorId": "%s", "result": "%s", "territories": ["ID"],
                              "actedAt": "2026-01-05T10:00:00.123456Z", "reference": "T-1"}]}""".formatted(locator(order), result))
                .post("/v1/orders/{id}/answer", order)
                .then();
    }

    public static ValidatableResponse clarify(String party, String order, String question) {
        return platform(party)
                .body(Map.of("question", question))
                .post("/v1/orders/{id}/clarification", order)
                .then();
    }

    public static ValidatableResponse impossible(String party, String order, String ground) {
        return platform(party)
                .body(Map.of("ground", ground, "explanation", "The link leads to a channel."))
                .post("/v1/orders/{id}/impossibility", order)
                .then();
    }

    public static ValidatableResponse reply(String order, String reply) {
        return ratna().body(Map.of("reply", reply))
                .post("/v1/orders/{id}/reply", order)
                .then();
    }

    public static ValidatableResponse consent(String order) {
        return ratna().body("""
                {"reason": "The platform has a new question."}""").post("/v1/orders/{id}/pause-consent", order).then();
    }

    public static ValidatableResponse withdraw(String order, String reason) {
        return wulan().body(Map.of("reason", reason))
                .post("/v1/orders/{id}/withdrawal", order)
                .then();
    }

    public static ValidatableResponse reinstate(String party, String order, String at) {
        return platform(party)
                .body("""
                {"reinstatements": [{"locatorId": "%s", "reinstatedAt": "%s", "reference": "R-1"}]}""".formatted(locator(order), at))
                .post("/v1/orders/{id}/reinstatement", order)
                .then();
    }

    public static ValidatableResponse reappear(String order, String note) {
        return ratna().body(Map.of("locators", List.of(locator(order)), "note", note))
                .post("/v1/orders/{id}/reappearance", order)
                .then();
    }

    public static ValidatableResponse check(String order) {
        return ratna().body("""
                {"findings": [{"locatorId": "%s", "finding": "GONE"}]}""".formatted(locator(order)))
                .post("/v1/orders/{id}/check", order)
                .then();
    }

    /** Committed events about a subject, in the order of their sequence. */
    public static List<JsonNode> events(String topic, String type, Object subject, int count) {
        return new KafkaTopic(topic)
                        .await(count, message -> {
                            Map<String, String> headers = KafkaTopic.headers(message);
                            return subject.toString().equals(headers.get("ce_subject"))
                                    && ("id.siaga." + type + ".v1").equals(headers.get("ce_type"));
                        })
                        .stream()
                        .peek(message -> Contracts.own().assertValid(type.replace('.', '-') + ".v1", message.value()))
                        .map(Desk::json)
                        .toList();
    }

    public static JsonNode json(ConsumerRecord<String, byte[]> message) {
        try {
            return JSON.readTree(new String(message.value(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What only the owner of the tables can do, whom nothing but their hashes keeps from rewriting them. */
    public static int asOwner(String sql, Object... arguments) {
        Config config = ConfigProvider.getConfig();
        try (Connection connection = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of a query, as text, read as the application user. */
    public static List<String> query(String sql, Object... arguments) {
        AgroalDataSource database =
                Arc.container().instance(AgroalDataSource.class).get();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<String> values = new java.util.ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
