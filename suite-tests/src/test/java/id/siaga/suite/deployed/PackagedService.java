// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.deployed;

import id.siaga.localstack.Ports;
import id.siaga.suite.Checkout;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** A service as its container would run it: nothing in its environment but what it is told, and ports of its own. */
final class PackagedService implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(10);

    /** Where a service that speaks TLS listens. */
    private static final String TLS_PORT = "QUARKUS_HTTP_SSL_PORT";

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
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "-jar",
                Checkout.ROOT
                        .resolve(service)
                        .resolve("target/quarkus-app/quarkus-run.jar")
                        .toString()));
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

    /** The status of the answer to a GET by the management port; 0 without an answer. */
    int managementStatus(String path) throws InterruptedException {
        return answer(management + path);
    }

    /** The same by the port of the API. */
    int status(String path) throws InterruptedException {
        return answer(api + path);
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
