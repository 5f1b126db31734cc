// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** One line of a reports file: what to send for it, or why it cannot be sent. */
sealed interface FeedLine {
    /** Longer than any report that the API takes. */
    int LONGEST = 256 * 1024;

    long number();

    /** A line that holds a report; the key derives from number and content, so that a rerun is recognised. */
    record Sendable(long number, JsonNode report, String key) implements FeedLine {}

    /** A line that holds none, and why. */
    record Unsendable(long number, String why) implements FeedLine {}

    /** Hands over line after line and never holds more than one; returns how many were blank. */
    static long read(InputStream in, Consumer<FeedLine> reader) throws IOException {
        byte[] line = new byte[LONGEST + 1];
        byte[] chunk = new byte[64 * 1024];
        int length = 0;
        long number = 1;
        long blank = 0;
        int read = in.read(chunk);
        while (read >= 0) {
            for (int i = 0; i < read; i++) {
                if (chunk[i] == '\n') {
                    blank += hand(number++, line, length, reader);
                    length = 0;
                } else if (length <= LONGEST) {
                    line[length++] = chunk[i];
                }
            }
            read = in.read(chunk);
        }
        return length == 0 ? blank : blank + hand(number, line, length, reader);
    }

    private static int hand(long number, byte[] buffer, int length, Consumer<FeedLine> reader) {
        if (length > LONGEST) {
            reader.accept(new Unsendable(number, "longer than " + LONGEST / 1024 + " KiB"));
            return 0;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(buffer, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            reader.accept(new Unsendable(number, "not UTF-8"));
            return 0;
        }
        if (text.isBlank()) {
            return 1;
        }
        reader.accept(parse(number, text.strip()));
        return 0;
    }

    private static FeedLine parse(long number, String text) {
        try {
            JsonNode tree = Json.parse(text.getBytes(StandardCharsets.UTF_8));
            if (!tree.isObject()) {
                return new Unsendable(number, "not a JSON object");
            }
            return new Sendable(number, ClaimForm.fits(tree) ? ClaimForm.report(tree) : tree, key(number, text));
        } catch (JsonProcessingException e) {
            return new Unsendable(number, "not JSON");
        } catch (IOException | IllegalArgumentException e) {
            return new Unsendable(number, String.valueOf(e.getMessage()));
        }
    }

    private static String key(long number, String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "line-" + number + "-" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
