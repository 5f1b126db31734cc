// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Far sides that are slow, endless or wrong, over real sockets. */
class WebhookClientTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String OK = "HTTP/1.1 200 OK\nContent-Length: 5\n\nthere";

    private static final Limits LIMITS = Limits.opening("127.0.0.0/8");

    @Test
    void anAnswerIsItsStatusAndTheBeginningOfItsBody() throws InterruptedException {
        try (FarSide farSide = FarSide.answering(OK)) {
            // Given, When
            WebhookAnswer answer = post(LIMITS, farSide);
            // Then
            WebhookAnswer.Answered answered = assertInstanceOf(WebhookAnswer.Answered.class, answer);
            assertEquals(200, answered.status());
            assertEquals("there", answered.excerpt());
            assertTrue(farSide.heard().getFirst().startsWith("POST /hook?x=1 HTTP/1.1\r\n"), () -> farSide.heard()
                    .getFirst());
            assertTrue(farSide.heard().getFirst().contains("host: hooks.example:" + farSide.port() + "\r\n"));
        }
    }

    @Test
    void aHugeAnswerIsCutAndItsConnectionClosed() throws InterruptedException {
        try (FarSide farSide =
                talking("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n", "400\n" + "x".repeat(1024) + "\n")) {
            // Given, When
            WebhookAnswer answer = post(LIMITS, farSide);
            // Then
            assertEquals(
                    "x".repeat(1024),
                    assertInstanceOf(WebhookAnswer.Answered.class, answer).excerpt());
            assertClosed(farSide);
        }
    }

    @Test
    void aBodyThatDripsIsNotWaitedForAndItsStatusCounts() throws InterruptedException {
        try (FarSide farSide = dripping("HTTP/1.1 200 OK\nContent-Length: 60000\n\n", "x")) {
            // Given, When
            WebhookAnswer answer = post(LIMITS.waitingForBody(SHORT), farSide);
            // Then
            assertEquals(
                    200, assertInstanceOf(WebhookAnswer.Answered.class, answer).status());
            assertClosed(farSide);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing at all
                "HTTP/1.1 200 OK\n", // a head that does not end
                "HTTP/1.1 100 Continue\n\n" // interim answers without end
            })
    void aHeadThatDripsIsNoAnswer(String beginning) throws InterruptedException {
        String more = beginning.contains("100") ? beginning : beginning.isEmpty() ? "" : "X: x\n";
        try (FarSide farSide = dripping(beginning, more)) {
            // Given, When
            WebhookAnswer answer = post(LIMITS.waitingForHeaders(Duration.ofSeconds(1)), farSide);
            // Then
            assertEquals(new WebhookAnswer.Unanswered("no answer in time"), answer);
            assertClosed(farSide);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.6\n",
                "HTTP/1.1 abc OK\n\n",
                "HTTP/1.1 200 OK\nContent-Length: -1\n\n",
                "HTTP/1.1 200 OK\nContent-Length: 1\nContent-Length: 2\n\n"
            })
    void whatIsNoHttpIsNoAnswer(String words) throws InterruptedException {
        try (FarSide farSide = FarSide.answering(words)) {
            // Given, When
            WebhookAnswer answer = post(LIMITS, farSide);
            // Then
            assertInstanceOf(WebhookAnswer.Unanswered.class, answer);
            assertClosed(farSide);
        }
    }

    @Test
    void aHeadWithoutEndIsCut() throws InterruptedException {
        try (FarSide farSide = talking("HTTP/1.1 200 OK\n", "X-Filler: " + "x".repeat(500) + "\n")) {
            // Given, When
            WebhookAnswer answer = post(LIMITS, farSide);
            // Then
            assertEquals(new WebhookAnswer.Unanswered("the connection was closed or its answer was not HTTP"), answer);
            assertClosed(farSide);
        }
    }

    @Test
    void aConnectionThatNeverBecomesTlsIsNone() throws InterruptedException {
        try (FarSide farSide = dripping("", "");
                Sender sender = new Sender(LIMITS.waitingToConnect(SHORT), Sender.LOOPBACK)) {
            // Given, When
            WebhookAnswer answer = sender.post("https://hooks.example:" + farSide.port() + "/hook");
            // Then
            assertInstanceOf(WebhookAnswer.Unanswered.class, answer);
            assertClosed(farSide);
        }
    }

    private static WebhookAnswer post(Limits limits, FarSide farSide) throws InterruptedException {
        try (Sender sender = new Sender(limits, Sender.LOOPBACK)) {
            WebhookAnswer answer = sender.post("http://hooks.example:" + farSide.port() + "/hook?x=1");
            // While the client still lives: it has to close what it gives up.
            if (!(answer instanceof WebhookAnswer.Answered answered
                    && answered.excerpt().equals("there"))) {
                assertClosed(farSide);
            }
            return answer;
        }
    }

    private static void assertClosed(FarSide farSide) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> farSide.connections() > 0 && farSide.everyConnectionIsClosed());
        assertEquals(1, farSide.connections());
    }

    /** Says the beginning and then more as fast as it is read. */
    private static FarSide talking(String beginning, String more) {
        return FarSide.on("127.0.0.1", 0, (farSide, connection) -> {
            farSide.hear(connection);
            FarSide.say(connection, beginning);
            while (true) {
                FarSide.say(connection, more);
            }
        });
    }

    /** Says the beginning and then more every now and then, until nobody listens. */
    private static FarSide dripping(String beginning, String more) {
        CountDownLatch never = new CountDownLatch(1);
        return FarSide.on("127.0.0.1", 0, (farSide, connection) -> {
            // An answer to what is not asked yet would be none.
            farSide.hear(connection);
            connection.setSoTimeout(20);
            FarSide.say(connection, beginning);
            while (!hungUp(connection) && !never.await(1, TimeUnit.MILLISECONDS)) {
                FarSide.say(connection, more);
            }
        });
    }

    /** Reads what there is; true at the end of the stream. */
    private static boolean hungUp(Socket connection) throws IOException {
        try {
            return connection.getInputStream().read(new byte[4096]) < 0;
        } catch (SocketTimeoutException stillThere) {
            return false;
        }
    }
}
