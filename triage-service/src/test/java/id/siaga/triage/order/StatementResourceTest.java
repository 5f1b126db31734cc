// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import static id.siaga.triage.ReportFixture.aReport;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import id.siaga.triage.Desk;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Statements of reasons for what platforms did. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class StatementResourceTest {

    private static final String TERMS = "\"terms\": \"Community guidelines, 4\"";

    @Test
    void itSaysWhatWasDoneWhereWhenAndWhy() {
        // Given
        String order = Desk.anOrder(aReport());
        Desk.platform("google")
                .get("/v1/orders/{id}/statement-of-reasons", order)
                .then()
                .statusCode(200)
                .body("statements", empty());
        // When
        Desk.answer("google", order, "GEO_RESTRICTED").statusCode(200);
        // Then
        Desk.platform("google")
                .get("/v1/orders/{id}/statement-of-reasons", order)
                .then()
                .statusCode(200)
                .body("statements.puid", contains(Desk.locator(order)))
                .body("statements[0].decisionVisibility", contains("DECISION_VISIBILITY_CONTENT_DISABLED"))
                .body("statements[0].decisionAccount", nullValue())
                .body("statements[0].decisionGround", equalTo("DECISION_GROUND_ILLEGAL_CONTENT"))
                .body("statements[0].illegalContentLegalGround", equalTo("Permenkominfo 5/2020, 9(3)"))
                .body("statements[0].illegalContentExplanation", equalTo("It does harm."))
                .body("statements[0].incompatibleContentGround", nullValue())
                .body("statements[0].contentType", contains("CONTENT_TYPE_VIDEO"))
                .body("statements[0].category", equalTo("STATEMENT_CATEGORY_SCAMS_AND_FRAUD"))
                .body("statements[0].territorialScope", contains("ID"))
                .body("statements[0].applicationDate", equalTo("2026-01-05"))
                .body("statements[0].endDate", nullValue())
                .body("statements[0].sourceType", equalTo("SOURCE_ARTICLE_16"))
                .body("statements[0].automatedDetection", equalTo("No"))
                .body("statements[0].automatedDecision", equalTo("AUTOMATED_DECISION_NOT_AUTOMATED"));
        Desk.platform("tiktok")
                .get("/v1/orders/{id}/statement-of-reasons", order)
                .then()
                .statusCode(404);
    }

    @Test
    void itEndsWhenItWasUndone() {
        // Given
        String order = Desk.anOrder(aReport());
        Desk.answer("google", order, "REMOVED").statusCode(200);
        Desk.withdraw(order, "It was satire.").statusCode(200);
        // When
        Desk.reinstate("google", order, "2026-01-06T23:59:59Z").statusCode(200);
        // Then
        Desk.ratna()
                .get("/v1/orders/{id}/statement-of-reasons", order)
                .then()
                .body("statements[0].endDate", equalTo("2026-01-06"));
    }

    @ParameterizedTest
    @CsvSource({
        "REFERRAL, DECISION_GROUND_INCOMPATIBLE_CONTENT, 'Community guidelines, 4', SOURCE_TYPE_OTHER_NOTIFICATION",
        "NOTICE, DECISION_GROUND_ILLEGAL_CONTENT,, SOURCE_ARTICLE_16"
    })
    void theGroundIsThatOfTheInstrument(String instrument, String ground, @Nullable String terms, String source) {
        // Given
        String grounds = instrument.equals("REFERRAL") ? TERMS : Desk.GROUNDS;
        String proposal = Desk.propose(Desk.ratna(), Desk.anAssessedCase(aReport(), "hoax"), instrument, grounds)
                .statusCode(201)
                .extract()
                .path("id");
        String order =
                Desk.approve(Desk.yusuf(), proposal).statusCode(200).extract().path("orders[0]");
        // When
        Desk.answer("google", order, "ACCOUNT_SUSPENDED").statusCode(200);
        // Then
        Desk.ratna()
                .get("/v1/orders/{id}/statement-of-reasons", order)
                .then()
                .body("statements[0].decisionGround", equalTo(ground))
                .body("statements[0].incompatibleContentGround", equalTo(terms))
                .body("statements[0].sourceType", equalTo(source))
                .body("statements[0].decisionAccount", equalTo("DECISION_ACCOUNT_SUSPENDED"))
                .body("statements[0].decisionVisibility", empty())
                .body("statements[0].categorySpecification", contains("KEYWORD_MISINFORMATION_DISINFORMATION"));
    }
}
