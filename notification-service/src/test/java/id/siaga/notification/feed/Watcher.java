// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** Somebody who reads a party's stream until the test hangs up, or the service does. */
final class Watcher implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final InputStream body;
    private final Thread thread;

    Watcher(InputStream body) {
        this.body = body;
        this.thread = Thread.ofVirtual().start(this::read);
    }

    /** One event as it was read. */
    record Event(String name, String id, String data) {}

    static Watcher of(Puller puller, String query) throws IOException, InterruptedException {
        return new Watcher(open(puller.token(), puller.place(), query).body());
    }

    /** @param last empty for none */
    static HttpResponse<InputStream> open(String token, String last, String query)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/v1/events/stream" + query))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    /** Those that tell something, as they came. */
    List<Event> events() {
        return events.stream().filter(event -> event.name().equals("event")).toList();
    }

    /** Waits until there are so many, and returns the ids of all. */
    List<String> ids(int count) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> events().size() >= count);
        return events().stream()
                .map(event -> JsonPath.from(event.data()).getString("id"))
                .toList();
    }

    boolean ended() {
        return !thread.isAlive();
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String name = "";
            String id = "";
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    name = line.substring("event:".length()).strip();
                } else if (line.startsWith("id:")) {
                    id = line.substring("id:".length()).strip();
                } else if (line.startsWith("data:")) {
                    data.append(data.isEmpty() ? "" : "\n").append(line.substring("data:".length()));
                } else if (line.isEmpty() && !id.isEmpty()) {
                    events.add(new Event(name, id, data.toString()));
                    id = "";
                    data.setLength(0);
                }
            }
        } catch (IOException hungUp) {
            // As a reader does that has seen enough.
        }
    }

    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
