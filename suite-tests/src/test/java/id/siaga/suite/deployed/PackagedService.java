// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.deployed;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.Ports;
import id.siaga.localstack.client.Json;
import id.siaga.suite.Checkout;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** A service as its container would run it: nothing in its environment but what it is told, and ports of its own. */
final class PackagedService implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(10);

    /** Where a service that speaks TLS listens. */
    private static final String TLS_PORT = "QUARKUS_HTTP_SSL_PORT";

    /** What is to be run as a native executable, by the same property as in all tests of the suite. */
    private static final List<String> NATIVES =
            List.of(System.getProperty("siaga.native", "").split(",", -1));

    private final Process process;
    private final HttpClient http;
    private final String api;
    private final String management;

    private PackagedService(Process process, SSLContext trusted, String api, String management) {
        this.process = process;
        this.http = HttpClient.newBuilder().sslContext(trusted).build();
        this.api = api;
        this.management = management;
    }

    /** @param trusted whose certificate it may have */
    static PackagedService start(
            String service, List<String> arguments, Map<String, String> environment, SSLContext trusted, Path log)
            throws IOException {
        Ports ports = new Ports();
        int port = ports.free();
        int managementPort = ports.free();
        List<String> command = new ArrayList<>(program(service));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        // A container has an address of its own; here all share one.
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        boolean secure = environment.containsKey(TLS_PORT);
        builder.environment().put(secure ? TLS_PORT : "QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        return new PackagedService(
                builder.start(),
                trusted,
                (secure ? "https" : "http") + "://127.0.0.1:" + port,
                "http://127.0.0.1:" + managementPort);
    }

    private static List<String> program(String service) throws IOException {
        Path target = Checkout.ROOT.resolve(service).resolve("target");
        if (NATIVES.contains(service)) {
            try (DirectoryStream<Path> executables = Files.newDirectoryStream(target, service + "-*-runner")) {
                return List.of(executables.iterator().next().toString());
            }
        }
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "-jar",
                target.resolve("quarkus-app/quarkus-run.jar").toString());
    }

    /** The status of the answer to a GET by the management port; 0 without an answer. */
    int managementStatus(String path) throws InterruptedException {
        return answer(management + path);
    }

    /** The same by the port of the API. */
    int status(String path) throws InterruptedException {
        return answer(api + path);
    }

    /**
     * Returns when a probe says whether it is ready.
     *
     * @param ready not ready is also who takes longer to answer than anybody waits
     */
    void awaitReadiness(String path, boolean ready, Duration atMost) {
        await().atMost(atMost)
                .pollInterval(Duration.ofMillis(500))
                .failFast("it has ended", () -> !runs())
                .until(() -> (managementStatus(path) == 200) == ready);
    }

    private int answer(String url) throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(SOON).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException none) {
            return 0;
        }
    }

    /** What is answered to a GET of the API with a token; fails when that is no success. */
    JsonNode get(String path, String token) throws IOException, InterruptedException {
        return success(HttpRequest.newBuilder(URI.create(api + path)), token);
    }

    /** The same to a POST. */
    JsonNode post(String path, String token, String json) throws IOException, InterruptedException {
        return success(
                HttpRequest.newBuilder(URI.create(api + path))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(json)),
                token);
    }

    private JsonNode success(HttpRequest.Builder request, String token) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(
                request.header("Authorization", "Bearer " + token).timeout(SOON).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        String text = new String(response.body(), StandardCharsets.UTF_8);
        assertEquals(2, response.statusCode() / 100, () -> response.statusCode() + " " + text);
        return Json.parse(response.body());
    }

    /** What is answered to a GET by the management port. */
    String management(String path) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(management + path))
                                .timeout(SOON)
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    boolean runs() {
        return process.isAlive();
    }

    void terminate() {
        process.destroy();
    }

    /** The exit code, once it has ended. */
    int awaitEnd(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("It has not ended after " + atMost.toSeconds() + " s");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
