// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelayLimitsTest {

    @Test
    void eachLimitOutlastsTheOneBefore() {
        var limits = new RelayLimits(Duration.ofSeconds(30));
        assertTrue(limits.request().compareTo(limits.delivery()) < 0);
        assertTrue(limits.delivery().compareTo(limits.patience()) < 0);
        assertTrue(limits.patience().plus(limits.block()).compareTo(limits.kafkaTransaction()) < 0);
        assertTrue(limits.kafkaTransaction().compareTo(limits.idleSession()) < 0);
    }

    @Test
    void nothingInTheConfigurationWeakensTheProducer() {
        var settings = new ProducerSettings(
                        Map.of("acks", "0", "enable.idempotence", "false", "security.protocol", "SASL_SSL"),
                        "intake-service",
                        new RelayLimits(Duration.ofSeconds(30)))
                .forShard(1);
        assertEquals("all", settings.get("acks"));
        assertEquals(true, settings.get("enable.idempotence"));
        assertEquals("intake-service-outbox-1", settings.get("transactional.id"));
        assertEquals("SASL_SSL", settings.get("security.protocol"));
    }
}
