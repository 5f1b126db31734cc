// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The own channel of a platform that has no endpoint, here a form that says: something was served on you, look it up. */
public final class Mailbox {
    private final URI platform;
    private final HttpClient http = HttpClient.newHttpClient();

    public Mailbox(URI platform) {
        this.platform = platform;
    }

    public void tell(String party) {
        HttpRequest letter = HttpRequest.newBuilder(platform.resolve("/mailbox/" + party))
                .timeout(Duration.ofSeconds(10))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            int status =
                    http.send(letter, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 202) {
                throw new IOException("the mailbox of " + party + " answered " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
