// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Iterator;
import java.util.stream.IntStream;

/**
 * As many reports, one a line: made while they are sent, and the same ones each time.
 *
 * @param count how many
 */
record ImportedLines(int count) {

    Iterable<byte[]> each() {
        return this::iterator;
    }

    private Iterator<byte[]> iterator() {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> line(number).getBytes(UTF_8))
                .iterator();
    }

    private static String line(int number) {
        return SampleReport.json(SampleReport.mark(number)) + "\n";
    }

    /** Their length in bytes: no line is longer than another one. */
    long bytes() {
        return (long) count * line(1).getBytes(UTF_8).length;
    }
}
