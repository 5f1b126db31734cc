// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.media;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Whether what passes is UTF-8 text that nothing would take for a page or a program. */
final class PlainText {

    private static final int LONGEST_CHARACTER = 4;
    private static final Pattern MARKUP = Pattern.compile("\\A\\uFEFF?\\s*(<[!?/A-Za-z]|#!|%!)");

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer read = CharBuffer.allocate(8192);
    private byte[] split = new byte[0];
    private boolean text = true;
    private boolean empty = true;

    void look(byte[] bytes, int count) {
        if (!text || count == 0) {
            return;
        }
        empty = false;
        // A character may be split between two pieces: what was left of the last one stands before this one.
        ByteBuffer piece = ByteBuffer.allocate(split.length + count);
        piece.put(split).put(bytes, 0, count).flip();
        boolean more = true;
        while (text && more) {
            read.clear();
            var result = utf8.decode(piece, read, false);
            more = result.isOverflow();
            text = !result.isError() && isWritten(read.flip());
        }
        split = new byte[Math.min(piece.remaining(), LONGEST_CHARACTER)];
        piece.get(split);
    }

    boolean isPlain(byte[] beginning, int length) {
        return text
                && !empty
                && split.length == 0
                && !MARKUP.matcher(new String(Arrays.copyOf(beginning, length), StandardCharsets.UTF_8))
                        .find();
    }

    private static boolean isWritten(CharBuffer characters) {
        return characters
                .chars()
                .allMatch(c -> c == '\t' || c == '\n' || c == '\r' || c == '\f' || !Character.isISOControl(c));
    }
}
