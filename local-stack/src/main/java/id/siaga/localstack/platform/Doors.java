// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.siaga.localstack.platform.conduct.Persona;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The two doors of the far side: signed webhooks, and the mailbox of a platform that has no endpoint. */
final class Doors implements AutoCloseable {
    private static final int LARGEST_BODY = 1 << 20;
    /** Longer than anybody's patience with a webhook. */
    private static final Duration IN_VAIN = Duration.ofSeconds(12);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Doors(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
    }

    /** Binds, without letting anyone in yet: first to the port that earlier registrations name, so that they stay true. */
    static Doors bind(int preferredPort) throws IOException {
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
        try {
            return new Doors(HttpServer.create(new InetSocketAddress(loopback, preferredPort), 256));
        } catch (BindException taken) {
            return new Doors(HttpServer.create(new InetSocketAddress(loopback, 0), 256));
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void open(WebhookReceiver receiver, Consumer<Persona> mailbox) {
        server.createContext(
                "/webhooks/",
                exchange -> answer(exchange, persona -> {
                    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
                    if (body.length > LARGEST_BODY) {
                        return Answer.of(413);
                    }
                    Map<String, List<String>> headers = lowerCase(exchange);
                    Optional<byte[]> repeated = receiver.repeated(persona, headers, body);
                    return repeated.isPresent()
                            ? new Answer(200, repeated.get())
                            : Answer.of(receiver.receive(persona, headers, body));
                }));
        server.createContext(
                "/mailbox/",
                exchange -> answer(exchange, persona -> {
                    if (persona.ownsEndpoint()) {
                        return Answer.of(404);
                    }
                    exchange.getRequestBody().readNBytes(LARGEST_BODY);
                    mailbox.accept(persona);
                    return Answer.of(202);
                }));
        server.start();
    }

    /** Lets the calls in hand finish, except for those that wait in vain. */
    @Override
    public void close() {
        server.stop(3);
        threads.shutdownNow();
        threads.close();
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Answer(int status, byte[] body) {
        static Answer of(int status) {
            return new Answer(status, new byte[0]);
        }
    }

    @FunctionalInterface
    private interface Reply {
        Answer to(Persona persona) throws IOException, InterruptedException;
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Optional<Persona> persona = Persona.of(path.substring(path.lastIndexOf('/') + 1));
            Answer answer = !exchange.getRequestMethod().equals("POST")
                    ? Answer.of(405)
                    : persona.isPresent() ? reply.to(persona.get()) : Answer.of(404);
            if (answer.status() == WebhookReceiver.NO_ANSWER) {
                Thread.sleep(IN_VAIN);
            } else {
                exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, List<String>> lowerCase(HttpExchange exchange) {
        return exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
    }
}
