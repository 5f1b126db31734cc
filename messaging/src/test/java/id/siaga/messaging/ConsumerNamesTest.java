// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class ConsumerNamesTest {

    private static final Config CONFIG = new SmallRyeConfigBuilder().build();
    private static final Map<String, Object> NAMED = Map.of("group.instance.id", "desk-0", "group.id", "desk.things");

    private final ConsumerNames names = new ConsumerNames();

    @Test
    void eachOfSeveralConsumersOfAChannelHasItsOwnName() {
        assertEquals(
                Map.of("group.instance.id", "desk-0-2", "group.id", "desk.things"),
                names.customize("things-in$2", CONFIG, NAMED));
    }

    @Test
    void theOnlyConsumerOfAChannelHasTheNameOfItsInstance() {
        assertEquals(NAMED, names.customize("things-in", CONFIG, NAMED));
    }

    @Test
    void whereInstancesHaveNoNamesNorHaveConsumers() {
        Map<String, Object> nameless = Map.of("group.id", "desk.things");
        assertEquals(nameless, names.customize("things-in$1", CONFIG, nameless));
    }
}
