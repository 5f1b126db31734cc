// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;

/** How many marks of clocks a triage-service says it has fired since it was started. */
record FiredMarks(String management) {

    long count() {
        try (InputStream metrics = URI.create(management + "/q/metrics").toURL().openStream()) {
            return (long) new String(metrics.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("siaga_clock_fired_marks_total"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .sum();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
