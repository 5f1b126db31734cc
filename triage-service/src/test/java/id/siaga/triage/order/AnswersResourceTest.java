// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import static id.siaga.triage.ReportFixture.aReport;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import id.siaga.triage.Desk;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Many answers at once. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class AnswersResourceTest {

    @Test
    void eachIsTakenOrRefusedForItself() {
        // Given
        String first = Desk.anOrder(aReport());
        String second = Desk.anOrder(aReport());
        String answered = Desk.anOrder(aReport());
        String foreign = Desk.anOrder(aReport().about("x", "post", "1841234567890123456"));
        Desk.answer("google", answered, "REMOVED").statusCode(200);
        List<String> answers = List.of(
                answer(first, Desk.locator(first), "NOT_FOUND"),
                answer(second, UUID.randomUUID().toString(), "NOT_FOUND"),
                answer(answered, Desk.locator(answered), "NOT_FOUND"),
                answer(foreign, Desk.locator(foreign), "NOT_FOUND"),
                answer(second, Desk.locator(second), "REMOVED"),
                """
                {"orderId": "%s", "results": []}""".formatted(second),
                """
                {"orderId": "%s", "verdict": 7}""".formatted(second),
                "7",
                answer(second, Desk.locator(second), "ALREADY_GONE"));
        // When
        send(answers)
                .statusCode(207)
                .body("results.index", contains(0, 1, 2, 3, 4, 5, 6, 7, 8))
                .body("results.status", contains(200, 400, 409, 404, 400, 400, 400, 400, 200))
                .body("results[0].orderStatus", equalTo("ANSWERED"))
                .body("results[1].problem.errors.pointer", contains("/results/0/locatorId"))
                .body("results[2].problem.type", equalTo("urn:siaga:problem:result-differs"))
                .body("results[4].problem.errors.pointer", contains("/results/0/actedAt"))
                .body("results[5].problem.errors.pointer", contains("/results"))
                .body("results[8].orderId", equalTo(second));
        // Then
        send(List.of(answers.getFirst(), answers.getLast()))
                .statusCode(207)
                .body("results.status", everyItem(equalTo(200)));
        for (String order : List.of(first, second)) {
            Desk.ratna().get("/v1/orders/{id}", order).then().body("status", equalTo("ANSWERED"));
        }
    }

    private static String answer(String order, String locator, String result) {
        return """
                {"orderId": "%s", "results": [{"locatorId": "%s", "result": "%s"}]}""".formatted(order, locator, result);
    }

    private static ValidatableResponse send(List<String> answers) {
        return Desk.platform("google")
                .body("{\"answers\": [" + String.join(",", answers) + "]}")
                .post("/v1/orders/answers")
                .then();
    }

    @Test
    void noneAndTooManyAre400() {
        send(List.of()).statusCode(400).body("errors.pointer", contains("/answers"));
        send(Collections.nCopies(1001, "{}")).statusCode(400).body("errors.pointer", contains("/answers"));
    }
}
