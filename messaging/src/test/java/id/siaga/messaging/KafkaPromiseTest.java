// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaPromiseTest {

    @ParameterizedTest
    @ValueSource(strings = {"SASL_SSL", "SSL"})
    void tlsIsTaken(String protocol) {
        assertEquals(Optional.empty(), KafkaPromise.refusal(Map.of("security.protocol", protocol)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SASL_PLAINTEXT", "PLAINTEXT", "ssl"})
    void anythingElseIsRefusedByName(String protocol) {
        assertTrue(KafkaPromise.refusal(Map.of("security.protocol", protocol))
                .orElseThrow()
                .contains("KAFKA_SECURITY_PROTOCOL) is " + protocol + ","));
    }

    @Test
    void nothingIsKafkasDefaultWhichIsInClear() {
        assertTrue(KafkaPromise.refusal(Map.of()).orElseThrow().contains("is PLAINTEXT,"));
    }
}
