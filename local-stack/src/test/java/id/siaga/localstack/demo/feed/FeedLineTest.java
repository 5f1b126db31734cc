// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import id.siaga.localstack.demo.feed.FeedLine.Sendable;
import id.siaga.localstack.demo.feed.FeedLine.Unsendable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedLineTest {

    @Test
    void badLinesAreNamedByNumberAndReasonAndLoseNothingAroundThem() throws Exception {
        // Given
        String file = "{\"claim\":\"a\"}\nnonsense\n\n[1]\n{\"claim\":\"" + "x".repeat(FeedLine.LONGEST)
                + "\"}\n{\"claim\":7}\n{\"claim\":\"b\"}";

        // When
        List<FeedLine> lines = read(file.getBytes(StandardCharsets.UTF_8));

        // Then
        assertEquals(6, lines.size());
        assertInstanceOf(Sendable.class, lines.get(0));
        assertEquals(new Unsendable(2, "not JSON"), lines.get(1));
        assertEquals(new Unsendable(4, "not a JSON object"), lines.get(2));
        assertEquals(new Unsendable(5, "longer than 256 KiB"), lines.get(3));
        assertEquals(new Unsendable(6, "/claim is not a text"), lines.get(4));
        assertEquals(7, assertInstanceOf(Sendable.class, lines.get(5)).number());
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws Exception {
        // Given
        byte[] file = {'{', (byte) 0xff, '}', '\n'};

        // When
        List<FeedLine> lines = read(file);

        // Then
        assertEquals(List.of(new Unsendable(1, "not UTF-8")), lines);
    }

    @Test
    void aRerunHasTheSameKeysAndAnotherLineOrTextHasAnother() throws Exception {
        // Given
        byte[] file = "{\"claim\":\"a\"}\n{\"claim\":\"a\"}\n{\"claim\":\"b\"}\n".getBytes(StandardCharsets.UTF_8);

        // When
        List<String> first = keys(file);

        // Then
        assertEquals(first, keys(file));
        assertEquals(3, first.stream().distinct().count());
        assertNotEquals(first.get(0), first.get(1));
    }

    @Test
    void aFullReportIsSentAsItStands() throws Exception {
        // Given
        String line = "{\"category\":\"hoax\",\"statementOfReasons\":\"s\",\"items\":[{\"text\":\"t\"}]}\r\n";

        // When
        Sendable sendable = assertInstanceOf(
                Sendable.class, read(line.getBytes(StandardCharsets.UTF_8)).getFirst());

        // Then
        assertEquals(line.strip(), sendable.report().toString());
    }

    private static List<String> keys(byte[] file) throws IOException {
        return read(file).stream()
                .map(line -> assertInstanceOf(Sendable.class, line).key())
                .toList();
    }

    private static List<FeedLine> read(byte[] file) throws IOException {
        List<FeedLine> lines = new ArrayList<>();
        FeedLine.read(new ByteArrayInputStream(file), lines::add);
        return lines;
    }
}
