// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.intake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** One import under one key, sent as often as it takes. */
final class ImportCall {

    private static final int OK = 200;

    private final HttpClient http;
    private final URI door;
    private final Callable<String> token;
    private final String key = SampleReport.mark();
    private final Path answer;

    /** @param answer the file that what became of each line is written to */
    ImportCall(HttpClient http, URI door, Callable<String> token, Path answer) {
        this.http = http;
        this.door = door;
        this.token = token;
        this.answer = answer;
    }

    /** Sends all lines and waits for the answer; an {@link IOException} says that the connection broke. */
    void send(ImportedLines lines) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(door)
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + token.call())
                .header("Content-Type", "application/x-ndjson")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArrays(lines.each()))
                .build();
        HttpResponse<Path> response = http.send(request, BodyHandlers.ofFile(answer));
        if (response.statusCode() != OK) {
            throw new IllegalStateException(
                    "the import was answered %d %s".formatted(response.statusCode(), Files.readString(answer)));
        }
    }
}
