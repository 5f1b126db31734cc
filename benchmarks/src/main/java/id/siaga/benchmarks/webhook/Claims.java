// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** What the service tells of its claims: how many it has made, and how long they took in all. */
record Claims(double count, double seconds) {

    private static final String METRIC = "siaga_delivery_claims_seconds_";

    /** So far, since the service was started. */
    static Claims of(HttpClient http, String management) throws IOException, InterruptedException {
        String metrics = http.send(
                        HttpRequest.newBuilder(URI.create(management + "/q/metrics"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
        return new Claims(value(metrics, "count"), value(metrics, "sum"));
    }

    private static double value(String metrics, String what) {
        return metrics.lines()
                .filter(line -> line.startsWith(METRIC + what))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** What one took on the average, of those made since then, in milliseconds. */
    double millisSince(Claims before) {
        return 1_000 * (seconds - before.seconds()) / (count - before.count());
    }
}
