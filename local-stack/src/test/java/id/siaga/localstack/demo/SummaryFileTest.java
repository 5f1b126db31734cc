// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import static id.siaga.localstack.demo.account.RunFixture.CASE;
import static id.siaga.localstack.demo.account.RunFixture.ORDER;
import static id.siaga.localstack.demo.account.RunFixture.REPORT;
import static id.siaga.localstack.demo.account.RunFixture.facts;
import static id.siaga.localstack.demo.account.RunFixture.ledger;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.demo.account.Facts;
import id.siaga.localstack.demo.account.OrderTimes;
import id.siaga.localstack.demo.account.Tally;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryFileTest {

    @Test
    void theSummaryHasTheCountsAndTimesAsJson() {
        // Given
        Facts facts = facts(REPORT, ORDER, ledger());
        Tally tally = Tally.of(facts);

        // When
        JsonNode json = new SummaryFile(
                        facts, List.of(OrderTimes.of(ORDER, CASE, facts)), tally, Duration.ofSeconds(12))
                .json(null, null);

        // Then
        assertTrue(json.path("clean").asBoolean());
        assertEquals(12_000, json.path("firstWebhookAfterMs").asLong());
        assertEquals(0, json.path("counts").path("lost").asInt());
        assertEquals(
                500, json.path("orders").path(0).path("approvalToReceivedMs").asLong());
        assertTrue(json.path("feed").isNull());
    }
}
