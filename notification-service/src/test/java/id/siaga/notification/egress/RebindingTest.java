// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names that change their mind. 127.0.0.1 plays the public address, being opened, and 127.0.0.2 the one inside. */
class RebindingTest {

    private static final WebhookAnswer REFUSED =
            new WebhookAnswer.Unanswered("not called: the URL leads to an address that is not public");

    private final FarSide outside = FarSide.answering("HTTP/1.1 204 No Content\n\n");
    private final FarSide inside =
            FarSide.on("127.0.0.2", outside.port(), (farSide, it) -> farSide.answer(it, "HTTP/1.1 200 OK\n\n"));
    private final String url = "http://rebind.example:" + outside.port() + "/hook";

    @AfterEach
    void close() {
        outside.close();
        inside.close();
    }

    @Test
    void aNameThatMovesInsideAfterItsRegistrationIsNotCalled() throws InterruptedException {
        // Given
        try (Sender sender = sender("127.0.0.1", "127.0.0.2")) {
            sender.register(url);
            // When
            WebhookAnswer answer = sender.post(url);
            // Then
            assertEquals(REFUSED, answer);
            assertEquals(0, outside.connections() + inside.connections());
        }
    }

    @Test
    void aNameThatMovesBetweenItsVettingAndTheConnectionIsCalledWhereItWasVetted() throws InterruptedException {
        // Given
        Answers answers = new Answers("127.0.0.1", "127.0.0.2");
        try (Sender sender = new Sender(Limits.opening("127.0.0.1/32"), answers)) {
            // When
            WebhookAnswer answer = sender.post(url);
            // Then
            assertEquals(
                    204, assertInstanceOf(WebhookAnswer.Answered.class, answer).status());
            assertEquals(1, answers.left(), "looked up once");
            assertEquals(1, outside.connections());
            assertEquals(0, inside.connections());
        }
    }

    @Test
    void aConnectionThatIsStillOpenIsNoReasonToTrustTheName() throws InterruptedException {
        // Given
        try (Sender sender = sender("127.0.0.1", "127.0.0.2")) {
            sender.post(url);
            // When
            WebhookAnswer answer = sender.post(url);
            // Then
            assertEquals(REFUSED, answer);
            assertEquals(1, outside.heard().size());
            assertEquals(0, inside.connections());
        }
    }

    @Test
    void oneAddressInsideAmongManyIsEnough() throws InterruptedException {
        // Given
        try (Sender sender = sender("127.0.0.1,127.0.0.1,127.0.0.1,127.0.0.2,127.0.0.1")) {
            // When
            WebhookAnswer answer = sender.post(url);
            // Then
            assertEquals(REFUSED, answer);
            assertEquals(0, outside.connections() + inside.connections());
        }
    }

    @Test
    void aNameThatComesBackIsCalledAgain() throws InterruptedException {
        // Given
        try (Sender sender = sender("127.0.0.2", "127.0.0.1")) {
            sender.post(url);
            // When
            WebhookAnswer answer = sender.post(url);
            // Then
            assertInstanceOf(WebhookAnswer.Answered.class, answer);
            assertEquals(0, inside.connections());
        }
    }

    @Test
    void aRedirectIsAFailureAndFollowedNowhere() throws InterruptedException {
        // Given
        String inward = "HTTP/1.1 307 Temporary Redirect\nLocation: http://127.0.0.2:%d/\nContent-Length: 0\n\n"
                .formatted(inside.port());
        try (FarSide redirecting = FarSide.answering(inward);
                Sender sender = sender("127.0.0.1")) {
            // When
            WebhookAnswer answer = sender.post("http://rebind.example:" + redirecting.port() + "/hook");
            // Then
            assertFalse(assertInstanceOf(WebhookAnswer.Answered.class, answer).success());
            assertEquals(0, inside.connections());
        }
    }

    /** @param answers of the resolver in turn, each of one or more addresses */
    private static Sender sender(String... answers) {
        return new Sender(Limits.opening("127.0.0.1/32"), new Answers(answers));
    }

    /** A resolver that says something else each time. */
    private static final class Answers implements HostResolver {

        private final Deque<String> answers;

        Answers(String... answers) {
            this.answers = new ArrayDeque<>(List.of(answers));
        }

        int left() {
            return answers.size();
        }

        @Override
        public InetAddress[] resolve(String host) {
            return Stream.of(answers.remove().split(",", -1))
                    .map(InetAddress::ofLiteral)
                    .toArray(InetAddress[]::new);
        }
    }
}
