// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener on loopback that speaks bytes, not HTTP: it can be as wrong and as slow as a test wants. */
public final class FarSide implements AutoCloseable {

    /** What is done with a connection; it is closed afterwards. */
    @FunctionalInterface
    public interface Conversation {
        void hold(FarSide farSide, Socket connection) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();

    FarSide(ServerSocket socket, Conversation conversation) {
        this.socket = socket;
        Thread.ofVirtual().start(() -> accept(conversation));
    }

    private void accept(Conversation conversation) {
        try {
            while (!socket.isClosed()) {
                Socket connection = socket.accept();
                accepted.add(connection);
                Thread.ofVirtual().start(() -> talk(connection, conversation));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void talk(Socket connection, Conversation conversation) {
        try (connection) {
            conversation.hold(this, connection);
        } catch (IOException hungUp) {
            // the end of the conversation
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    public static FarSide on(String address, int port, Conversation conversation) {
        try {
            return new FarSide(new ServerSocket(port, 50, InetAddress.ofLiteral(address)), conversation);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads each request's head and answers with this, as it stands. */
    static FarSide answering(String answer) {
        return on("127.0.0.1", 0, (farSide, connection) -> farSide.answer(connection, answer));
    }

    void answer(Socket connection, String answer) throws IOException {
        while (!hear(connection).isEmpty()) {
            say(connection, answer);
        }
    }

    public static void say(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.replace("\n", "\r\n").getBytes(US_ASCII));
    }

    /** Reads and keeps all up to an empty line; empty at the end of the stream. */
    public String hear(Socket connection) throws IOException {
        String head = head(connection.getInputStream());
        if (!head.isEmpty()) {
            heads.add(head);
        }
        return head;
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.write(next);
        }
        return head.toString(US_ASCII);
    }

    /** The heads of what was asked; a body stands in front of the head that follows it. */
    List<String> heard() {
        return List.copyOf(heads);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public int connections() {
        return accepted.size();
    }

    boolean everyConnectionIsClosed() {
        return accepted.stream().allMatch(Socket::isClosed);
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : accepted) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
