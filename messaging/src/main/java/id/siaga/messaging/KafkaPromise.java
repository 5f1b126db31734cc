// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Stops the start of a service whose events would cross the network in clear, where whoever is on the way could read what
 * is confidential, or write what starts a legal clock.
 */
@ApplicationScoped
class KafkaPromise {

    private static final Set<String> BY_TLS = Set.of("SASL_SSL", "SSL");

    private final Map<String, Object> kafka;
    private final boolean local;
    private final boolean relays;

    KafkaPromise(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "siaga.kafka.local", defaultValue = "false") boolean local,
            OutboxSettings settings) {
        this.kafka = kafka;
        this.local = local;
        this.relays = settings.relay();
    }

    void check(@Observes StartupEvent event) {
        // A program that runs a command talks to no broker; one that is declared local to none of another machine.
        if (relays && !local) {
            refusal(kafka).ifPresent(reason -> {
                throw new IllegalStateException(reason);
            });
        }
    }

    /** Why these settings are refused, if they are. */
    static Optional<String> refusal(Map<String, Object> kafka) {
        Object protocol = kafka.getOrDefault(
                CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL);
        return BY_TLS.contains(protocol.toString())
                ? Optional.empty()
                : Optional.of(
                        "kafka.security.protocol (KAFKA_SECURITY_PROTOCOL) is " + protocol + ", and must be SASL_SSL"
                                + " or SSL where"
                                + " siaga.kafka.local"
                                + " (SIAGA_KAFKA_LOCAL)"
                                + " does not say that all"
                                + " is on one machine");
    }
}
