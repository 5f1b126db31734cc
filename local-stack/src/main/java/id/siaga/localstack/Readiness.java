// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** Waits until a process answers over HTTP. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** A native service starts in less than a second, and its time is told. */
    private static final Duration PAUSE = Duration.ofMillis(10);

    private static final int OK = 200;

    private Readiness() {}

    static void await(String name, Process process, URI address, Path log) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            while (!answers(http, request)) {
                if (!process.isAlive()) {
                    throw new StackFailure(
                            "%s does not start (exit code %d), see %s".formatted(name, process.exitValue(), log));
                }
                if (System.nanoTime() > deadline) {
                    throw new StackFailure(
                            "%s is not ready after %d s, see %s".formatted(name, PATIENCE.toSeconds(), log));
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
