// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ThingStack.class)
class OutboxTest {

    @Inject
    Outbox outbox;

    @Inject
    MeterRegistry metrics;

    @Test
    void anEventIsPublishedIfItsTransactionCommits() {
        // Given
        ThingStack.parts().topic("outbox");
        assertThrows(IllegalStateException.class, () -> QuarkusTransaction.requiringNew()
                .run(() -> {
                    outbox.append(Parts.event("outbox", "undone", 1));
                    throw new IllegalStateException("What it told of did not happen");
                }));

        // When
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(LongStream.rangeClosed(1, 3)
                        .mapToObj(sequence -> Parts.event("outbox", "done", sequence))
                        .toList()));

        // Then
        await().atMost(Duration.ofMinutes(1))
                .until(() -> ThingStack.parts().published("outbox").size() == 3);
        assertEquals(Map.of("done", List.of(1L, 2L, 3L)), ThingStack.parts().firstSeen("outbox"));
        ThingStack.parts()
                .published("outbox")
                .forEach(message -> assertEquals("/messaging-test", Parts.header(message, "ce_source")));
        await().atMost(Duration.ofMinutes(1)).until(() -> gauge("siaga.outbox.depth") == 0);
        assertEquals(0, gauge("siaga.outbox.age"));
    }

    @Test
    void nothingIsAppendedOutsideATransaction() {
        // When
        OutgoingEvent event = Parts.event("outbox", "homeless", 1);

        // Then
        assertThrows(TransactionalException.class, () -> outbox.append(event));
    }

    private double gauge(String name) {
        Gauge gauge = metrics.find(name).gauge();
        return gauge == null ? Double.NaN : gauge.value();
    }
}
