// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * URLs that lead where nobody may be sent, each aimed at a listener of this test: its port is open, and every name
 * resolves to it, so that nothing but the vetting stands between.
 */
class HostileUrlsTest {

    private static final FarSide INSIDE = FarSide.answering("HTTP/1.1 204 No Content\n\n");
    private static final Sender SENDER =
            new Sender(Limits.opening().onPort(INSIDE.port()), HostileUrlsTest::everyNameLeadsInside);

    @AfterAll
    static void close() {
        SENDER.close();
        INSIDE.close();
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("urls")
    void noneIsReached(String url, String why) throws InterruptedException {
        // Given, When
        WebhookAnswer answer = SENDER.post(url);
        // Then
        String error =
                assertInstanceOf(WebhookAnswer.Unanswered.class, answer, why).error();
        assertTrue(error.startsWith("not called: the URL "), () -> error + ": " + why);
        assertEquals(0, INSIDE.connections(), why);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("urls")
    void noneIsRegistered(String url, String why) {
        assertThrows(UnsafeDestination.class, () -> SENDER.register(url), why);
    }

    @Test
    void thereAreManyOfThem() throws IOException {
        assertTrue(urls().map(url -> url.get()[0]).distinct().count() >= 80);
    }

    @Test
    void theListenerWouldHaveSeenThem() throws InterruptedException {
        // Given
        try (FarSide farSide = FarSide.answering("HTTP/1.1 204 No Content\n\n");
                Sender opened = new Sender(Limits.opening("127.0.0.0/8"), Sender.LOOPBACK)) {
            // When
            opened.post("https://rebind.example:" + farSide.port() + "/hook");
            // Then
            assertEquals(1, farSide.connections());
        }
    }

    /** The cases of the Web Platform Tests; their collection lies beside the checkout, not in it. */
    @Test
    void whatIsAcceptedIsReadAsBrowsersReadIt() throws IOException {
        // Given
        Path cases = Path.of("..", "..", "shared", "data", "wpt-urltestdata.json");
        assumeTrue(Files.isReadable(cases), "wpt-urltestdata.json is absent beside the checkout: it was not tested");
        // Everything is opened, so that the reading alone decides.
        Destinations destinations =
                new Destinations(Limits.opening("0.0.0.0/0", "::/0").policy(), HostileUrlsTest::everyNameLeadsInside);
        // When
        List<String> otherwise = Stream.of(new ObjectMapper().readValue(Files.readString(cases), JsonNode[].class))
                .filter(JsonNode::isObject)
                .filter(one -> isReadOtherwise(destinations, one))
                .map(JsonNode::toString)
                .toList();
        // Then
        assertEquals(List.of(), otherwise);
    }

    private static boolean isReadOtherwise(Destinations destinations, JsonNode one) {
        Destination read;
        try {
            read = destinations.pin(one.path("input").asText());
        } catch (UnsafeDestination refused) {
            return false;
        }
        String port = one.path("port").asText();
        int meant = port.isEmpty() ? (read.secure() ? 443 : 80) : Integer.parseInt(port);
        return one.has("failure")
                || meant != read.port()
                || !one.path("protocol").asText().equals(read.url().getScheme() + ":")
                || !isSame(one.path("hostname").asText(), read.url().getHost().toLowerCase(Locale.ROOT));
    }

    /** An IPv6 address may be spelt in more than one way. */
    private static boolean isSame(String host, String other) {
        return host.equals(other)
                || (host.startsWith("[")
                        && other.startsWith("[")
                        && InetAddress.ofLiteral(host).equals(InetAddress.ofLiteral(other)));
    }

    static Stream<Arguments> urls() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/egress/hostile-urls.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", 2))
                .map(cells -> Arguments.of(
                        cells[0].translateEscapes().replace("{port}", Integer.toString(INSIDE.port())), cells[1]));
    }

    private static InetAddress[] everyNameLeadsInside(String host) throws UnknownHostException {
        boolean literal = host.startsWith("[") || host.matches("[0-9.]+");
        return literal ? InetAddress.getAllByName(host) : Sender.LOOPBACK.resolve(host);
    }
}
