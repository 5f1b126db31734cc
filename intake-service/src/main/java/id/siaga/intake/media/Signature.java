// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.media;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A run of bytes, some of which may be anything, as media-types.yaml writes it. */
final class Signature {

    private static final int ANY = -1;
    private static final Pattern PIECE = Pattern.compile(
            "'(?<text>[ -&(-~]+)'|(?<hex>[0-9A-F]{2})|\\.\\.(\\*(?<times>[0-9]+))?|(?<gap> +)|(?<wrong>.)");

    private final int[] bytes;

    private Signature(int[] bytes) {
        this.bytes = bytes;
    }

    static Signature of(String written) {
        int[] bytes = new int[0];
        for (Matcher piece = PIECE.matcher(written); piece.find(); ) {
            bytes = join(bytes, read(piece, written));
        }
        return new Signature(bytes);
    }

    private static int[] read(Matcher piece, String written) {
        String text = piece.group("text");
        String hex = piece.group("hex");
        String times = piece.group("times");
        if (piece.group("wrong") != null) {
            throw new IllegalArgumentException("not a signature: " + written);
        }
        if (piece.group("gap") != null) {
            return new int[0];
        }
        if (text != null) {
            return text.chars().toArray();
        }
        if (hex != null) {
            return new int[] {HexFormat.fromHexDigits(hex)};
        }
        int[] any = new int[times == null ? 1 : Integer.parseInt(times)];
        Arrays.fill(any, ANY);
        return any;
    }

    private static int[] join(int[] first, int[] second) {
        int[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    boolean begins(byte[] content, int length) {
        return isAt(0, content, length);
    }

    boolean isIn(byte[] content, int length) {
        for (int start = 0; start + bytes.length <= length; start++) {
            if (isAt(start, content, length)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(int start, byte[] content, int length) {
        if (start + bytes.length > length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != ANY && bytes[i] != (content[start + i] & 0xff)) {
                return false;
            }
        }
        return true;
    }
}
