// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.operations;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class DashboardsTest {

    @Test
    void thereIsOneForTheDeskOneForDeliveryAndOneForThePlatform() {
        assertEquals(
                Set.of("delivery.json", "desk.json", "platform.json"),
                Dashboards.all().keySet());
    }

    @Test
    void eachIsKnownByANameOfItsOwn() {
        Set<String> names = Dashboards.all().values().stream()
                .map(dashboard -> dashboard.path("uid").asText())
                .filter(uid -> uid.startsWith("siaga-"))
                .collect(Collectors.toSet());

        assertEquals(Dashboards.all().size(), names.size());
    }

    @Test
    void everyPanelHasATitleAUnitAndSomethingToShow() {
        assertAll(Dashboards.all().values().stream()
                .flatMap(dashboard -> panels(dashboard).stream())
                .map(panel -> () -> {
                    String title = panel.path("title").asText();
                    assertFalse(title.isBlank());
                    assertFalse(Dashboards.expressions(panel).isEmpty(), title);
                    assertFalse(
                            panel.path("fieldConfig")
                                    .path("defaults")
                                    .path("unit")
                                    .asText()
                                    .isBlank(),
                            title);
                }));
    }

    @Test
    void noTwoPanelsLieOnEachOther() {
        assertAll(Dashboards.all().entrySet().stream().map(dashboard -> () -> {
            List<Place> places =
                    panels(dashboard.getValue()).stream().map(Place::of).toList();
            for (Place one : places) {
                assertTrue(
                        places.stream().filter(one::meets).count() == 1,
                        dashboard.getKey() + ": something lies on " + one);
            }
        }));
    }

    @Test
    void noExpressionIsBrokenOffOrReadsNothing() {
        assertAll(Dashboards.all().values().stream()
                .flatMap(dashboard -> Dashboards.expressions(dashboard).stream())
                .map(expression -> () -> {
                    assertTrue(expression.isBalanced(), expression.text());
                    assertFalse(expression.metrics().isEmpty(), expression.text());
                }));
    }

    private record Place(int x, int y, int width, int height) {

        static Place of(JsonNode panel) {
            JsonNode place = panel.path("gridPos");
            return new Place(
                    place.path("x").asInt(),
                    place.path("y").asInt(),
                    place.path("w").asInt(),
                    place.path("h").asInt());
        }

        boolean meets(Place other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    private static List<JsonNode> panels(JsonNode dashboard) {
        return StreamSupport.stream(dashboard.path("panels").spliterator(), false)
                .toList();
    }
}
