// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** {@code ./siaga status}: what runs, where, since when; ends with 0 when all is well, 1 when not, 3 when nothing runs. */
public final class Status {

    private static final int NOT_RUNNING = 3;
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final HttpClient http;

    private Status(HttpClient http) {
        this.http = http;
    }

    /** Takes the data folder. */
    public static void main(String... arguments) throws IOException {
        StackStatus stack = StackStatus.read(Path.of(arguments[0])).orElse(null);
        if (stack == null) {
            System.out.println("siaga is not running");
            System.exit(NOT_RUNNING);
        } else {
            try (HttpClient http =
                    HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
                System.exit(new Status(http).tell(stack) ? 0 : 1);
            }
        }
    }

    private boolean tell(StackStatus stack) {
        boolean starting = stack.parts().isEmpty();
        System.out.printf(
                "siaga %s (process %d, since %s)%n",
                starting ? "is starting" : "runs", stack.pid(), time(stack.since()));
        boolean well = !starting;
        for (StackStatus.Part part : stack.parts()) {
            boolean partIsWell = isWell(part);
            well &= partIsWell;
            System.out.printf(
                    "%-21s %-10s since %s, %s  %s%n",
                    part.name(),
                    partIsWell ? "up" : ProcessHandle.of(part.pid()).isPresent() ? "not ready" : "down",
                    time(part.since()),
                    part.restarts() == 1 ? "1 restart" : part.restarts() + " restarts",
                    part.address());
        }
        return well;
    }

    private boolean isWell(StackStatus.Part part) {
        if (ProcessHandle.of(part.pid()).isEmpty()) {
            return false;
        }
        if (part.probe().isEmpty()) {
            return true;
        }
        URI probe = URI.create(part.probe());
        try {
            return probe.getScheme().equals("tcp") ? accepts(probe) : answers(probe);
        } catch (IOException away) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean answers(URI probe) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(probe).timeout(PATIENCE).build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
    }

    private static boolean accepts(URI probe) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(probe.getHost(), probe.getPort()), (int) PATIENCE.toMillis());
            return true;
        }
    }

    private static String time(String instant) {
        return TIME.format(Instant.parse(instant));
    }
}
