// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a Service of Kubernetes is for replicas: one address, whose new connections go to those that say they are ready, in turn.
 * Connections that there are stay where they are.
 */
final class Door implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int OK = 200;

    /** Where a replica listens, and where it says whether it is ready. */
    private record Behind(URI api, URI readiness) {}

    private final ServerSocket entrance = new ServerSocket();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(SOON).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Behind> all = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private volatile List<Behind> ready = List.of();

    Door() throws IOException {
        entrance.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        threads.execute(this::letIn);
        threads.execute(this::look);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort());
    }

    /** From now on it is asked whether it is ready. */
    void add(String api, String readiness) {
        all.add(new Behind(URI.create(api), URI.create(readiness)));
    }

    /** To be called when it is gone. */
    void remove(String api) {
        all.removeIf(one -> one.api().equals(URI.create(api)));
    }

    /** Whether connections go there. */
    boolean opensTo(String api) {
        return ready.stream().anyMatch(one -> one.api().equals(URI.create(api)));
    }

    /** How many connections found nobody who was ready. */
    int turnedAway() {
        return turnedAway.get();
    }

    private void look() {
        try {
            while (!entrance.isClosed()) {
                ready = all.stream().filter(this::isReady).toList();
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isReady(Behind one) {
        HttpRequest question =
                HttpRequest.newBuilder(one.readiness()).timeout(SOON).build();
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void letIn() {
        try {
            while (true) {
                Socket caller = entrance.accept();
                threads.execute(() -> connect(caller));
            }
        } catch (IOException closed) {
            // Nobody comes any more.
        }
    }

    private void connect(Socket caller) {
        List<Behind> open = ready;
        if (open.isEmpty()) {
            turnedAway.incrementAndGet();
            close(caller);
            return;
        }
        URI api = open.get(Math.floorMod(turn.getAndIncrement(), open.size())).api();
        try {
            Socket replica = new Socket(api.getHost(), api.getPort());
            threads.execute(() -> pass(caller, replica));
            threads.execute(() -> pass(replica, caller));
        } catch (IOException gone) {
            close(caller);
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException ended) {
            // One of them has hung up, and with it the other.
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is not there any more.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        threads.shutdownNow();
        http.shutdownNow();
    }
}
