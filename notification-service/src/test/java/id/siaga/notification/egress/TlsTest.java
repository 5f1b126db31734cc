// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The address is pinned, and still the certificate must be the name's; through a proxy too. */
class TlsTest {

    private static final String NAME = "hooks.example";
    private static final String PUBLIC = "93.184.216.34";
    private static final WebhookAnswer NOT_ITS_CERTIFICATE =
            new WebhookAnswer.Unanswered("TLS failed: the certificate or protocol was not accepted");

    @SuppressWarnings("NullAway.Init") // made once, below
    private static Certificate certificate;

    private final List<String> serverNames = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init") // made for each test, below
    private FarSide farSide;

    @BeforeAll
    static void certify(@TempDir Path directory) throws Exception {
        certificate = Certificate.of(NAME, directory);
    }

    @BeforeEach
    void listen() throws Exception {
        farSide = new FarSide(certificate.listener(), (it, connection) -> {
            it.hear(connection);
            ExtendedSSLSession session = (ExtendedSSLSession) ((SSLSocket) connection).getSession();
            session.getRequestedServerNames().forEach(name -> serverNames.add(new String(name.getEncoded(), US_ASCII)));
            FarSide.say(connection, "HTTP/1.1 204 No Content\n\n");
        });
    }

    @AfterEach
    void close() {
        farSide.close();
    }

    @Test
    void theNameIsAskedForAndItsCertificateAccepted() throws Exception {
        // Given
        try (Sender sender = new Sender(Limits.opening("127.0.0.0/8"), Sender.LOOPBACK, certificate.trusted())) {
            // When
            WebhookAnswer answer = sender.post("https://" + NAME + ":" + farSide.port() + "/");
            // Then
            assertEquals(
                    204, assertInstanceOf(WebhookAnswer.Answered.class, answer).status());
            assertEquals(List.of(NAME), serverNames);
        }
    }

    @Test
    void anotherNamesCertificateIsNotAcceptedAlthoughTheAddressIsVetted() throws Exception {
        // Given
        try (Sender sender = new Sender(Limits.opening("127.0.0.0/8"), Sender.LOOPBACK, certificate.trusted())) {
            // When
            WebhookAnswer byName = sender.post("https://other.example:" + farSide.port() + "/");
            WebhookAnswer byAddress = sender.post("https://127.0.0.1:" + farSide.port() + "/");
            // Then
            assertEquals(NOT_ITS_CERTIFICATE, byName);
            assertEquals(NOT_ITS_CERTIFICATE, byAddress);
            assertEquals(List.of(), farSide.heard());
        }
    }

    @Test
    void aCertificateOfNobodyWhomTheMachineTrustsIsNotAccepted() throws Exception {
        // Given
        try (Sender sender = new Sender(Limits.opening("127.0.0.0/8"), Sender.LOOPBACK)) {
            // When
            WebhookAnswer answer = sender.post("https://" + NAME + ":" + farSide.port() + "/");
            // Then
            assertEquals(NOT_ITS_CERTIFICATE, answer);
            assertEquals(List.of(), farSide.heard());
        }
    }

    @Test
    void aProxyIsGivenTheVettedAddressAndTheFarSideTheName() throws Exception {
        // Given
        try (FarSide proxy = FarSide.on("127.0.0.1", 0, this::tunnel);
                Sender sender = new Sender(through(proxy), TlsTest::leadsOutside, certificate.trusted())) {
            // When
            WebhookAnswer answer = sender.post("https://" + NAME + "/hook");
            // Then
            assertEquals(
                    204, assertInstanceOf(WebhookAnswer.Answered.class, answer).status());
            assertEquals(1, proxy.connections());
            String asked = proxy.heard().getFirst();
            assertTrue(asked.startsWith("CONNECT " + PUBLIC + ":443 HTTP/1.1\r\n"), asked);
            assertEquals(-1, asked.indexOf(NAME), asked);
            assertEquals(List.of(NAME), serverNames);
            assertTrue(farSide.heard().getFirst().contains("host: " + NAME + "\r\n"));
        }
    }

    @Test
    void throughAProxyTooTheCertificateMustBeTheNames() throws Exception {
        // Given
        try (FarSide proxy = FarSide.on("127.0.0.1", 0, this::tunnel);
                Sender sender = new Sender(through(proxy), TlsTest::leadsOutside, certificate.trusted())) {
            // When
            WebhookAnswer answer = sender.post("https://other.example/hook");
            // Then
            assertEquals(NOT_ITS_CERTIFICATE, answer);
            assertEquals(List.of(), farSide.heard());
        }
    }

    @Test
    void aProxyIsNoWayInside() throws Exception {
        // Given
        try (FarSide proxy = FarSide.on("127.0.0.1", 0, this::tunnel);
                Sender sender = new Sender(through(proxy), Sender.LOOPBACK, certificate.trusted())) {
            // When
            WebhookAnswer answer = sender.post("https://" + NAME + "/hook");
            // Then
            assertEquals(
                    new WebhookAnswer.Unanswered("not called: the URL leads to an address that is not public"), answer);
            assertEquals(0, proxy.connections());
        }
    }

    @Test
    void aProxyThatRefusesIsGoneAroundByNobody() throws Exception {
        // Given
        try (FarSide proxy = FarSide.answering("HTTP/1.1 403 Forbidden\nContent-Length: 0\n\n");
                Sender sender = new Sender(through(proxy), TlsTest::leadsOutside, certificate.trusted())) {
            // When
            WebhookAnswer answer = sender.post("https://" + NAME + "/hook");
            // Then
            assertEquals(new WebhookAnswer.Unanswered("the way out did not connect to it"), answer);
            assertEquals(0, farSide.connections());
        }
    }

    private static Limits through(FarSide proxy) {
        return Limits.opening().through("127.0.0.1:" + proxy.port());
    }

    private static InetAddress[] leadsOutside(String host) {
        return new InetAddress[] {InetAddress.ofLiteral(PUBLIC)};
    }

    /** The public address is the far side, as this proxy has it. */
    private void tunnel(FarSide proxy, Socket near) throws IOException, InterruptedException {
        proxy.hear(near);
        try (Socket far = new Socket(InetAddress.getLoopbackAddress(), farSide.port())) {
            FarSide.say(near, "HTTP/1.1 200 Connection established\n\n");
            Thread back = Thread.ofVirtual().start(() -> copy(far, near));
            copy(near, far);
            back.join();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException hungUp) {
            // the other side hears it too
        }
    }
}
