// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ThingStack.class)
class RedriveTest {

    private static final String LETTERS = "messaging-test.things-in.dlq";

    @Inject
    Redrive redrive;

    @Inject
    Outbox outbox;

    @Inject
    Effects effects;

    @Test
    void lettersAreGivenToTheirConsumerOnceMoreAndWhatStillCannotBeReadIsALetterAgain() throws Exception {
        // Given
        effects.breakFor("mended");
        effects.breakFor("broken");
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.append(List.of(
                        Parts.event("things", "mended", 1),
                        Parts.event("things", "broken", 1),
                        Parts.event("things", "mended", 2))));
        awaitLetters("mended", 2);
        awaitLetters("broken", 1);
        effects.mendFor("mended");

        // When
        Optional<Redrive.Result> first = redrive.run("things-in");
        awaitLetters("broken", 2);
        Optional<Redrive.Result> second = redrive.run("things-in");

        // Then
        assertEquals(Optional.of(new Redrive.Result(3, 1)), first);
        assertEquals(Optional.of(new Redrive.Result(1, 1)), second);
        assertEquals(List.of(1L, 2L), effects.on("mended"));
        assertEquals(List.of(), effects.on("broken"));

        // and who is mended at last takes what waited, and nothing twice
        awaitLetters("broken", 3);
        effects.mendFor("broken");
        assertEquals(Optional.of(new Redrive.Result(1, 0)), redrive.run("things-in"));
        assertEquals(Optional.of(new Redrive.Result(0, 0)), redrive.run("things-in"));
        assertEquals(List.of(1L), effects.on("broken"));
    }

    @Test
    void thereIsNoOtherChannel() {
        assertEquals(List.of("things-in"), redrive.channels());
        assertEquals(Optional.empty(), redrive.run("others-in"));
    }

    private static void awaitLetters(String subject, int count) {
        await().atMost(Duration.ofMinutes(1)).until(() -> letters(subject).size() == count);
    }

    private static List<ConsumerRecord<String, byte[]>> letters(String subject) {
        return ThingStack.parts().published(LETTERS).stream()
                .filter(letter -> Parts.header(letter, "ce_subject").equals(subject))
                .toList();
    }
}
