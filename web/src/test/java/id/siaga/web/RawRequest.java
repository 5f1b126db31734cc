// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.restassured.RestAssured;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/** A request written byte by byte, for what a well-behaved client would not do. */
public final class RawRequest implements Closeable {

    private static final int PATIENCE_MS = 60_000;

    private final Socket socket;

    private RawRequest(Socket socket) {
        this.socket = socket;
    }

    /** Opens a connection to the service under test and sends the head of a request. */
    public static RawRequest open(String requestLine, String token, String... headers) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(PATIENCE_MS);
        RawRequest request = new RawRequest(socket);
        request.send((requestLine + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n"
                        + String.join("\r\n", headers) + "\r\n\r\n")
                .getBytes(ISO_8859_1));
        return request;
    }

    /** Sends a piece of the body, as it is. */
    public RawRequest send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends a piece of a body whose transfer coding is chunked. */
    public RawRequest sendChunk(byte[] bytes) throws IOException {
        send((Integer.toHexString(bytes.length) + "\r\n").getBytes(ISO_8859_1));
        send(bytes);
        return send("\r\n".getBytes(ISO_8859_1));
    }

    /** Reads one answer, head and body. */
    public String answer() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        int length = head.toString()
                .lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
        return head + new String(in.readNBytes(length), ISO_8859_1);
    }

    /** Breaks the connection off. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
