// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.web.Contracts;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventAttributesTest {

    private static final Contracts TRIAGE = Contracts.of("triage-service");

    @Test
    void anOrderSaysThemInsideTheOrder() {
        assertEquals(
                new EventAttributes(List.of("election-hoax"), List.of("youtube"), List.of("ID"), true),
                of(TRIAGE.example("order-issued.v1")));
    }

    @Test
    void aCaseSaysThemItself() {
        assertEquals(
                new EventAttributes(List.of("election-hoax"), List.of("youtube"), List.of("ID-JB"), false),
                of(TRIAGE.example("case-opened.v1")));
    }

    @Test
    void whatFollowsOnAnOrderSaysItsPlatformOnly() {
        assertEquals(
                new EventAttributes(List.of(), List.of("youtube"), List.of(), false),
                of(TRIAGE.example("order-withdrawn.v1")));
    }

    @Test
    void regionsAreProvinces() {
        assertEquals(
                List.of("ID-JB", "ID-JT"),
                of("{\"regions\": [\"ID-JB\", \"ID-JT\", 7], \"category\": null}")
                        .regions());
    }

    private static EventAttributes of(String data) {
        try {
            return EventAttributes.of(new ObjectMapper().readTree(data));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
