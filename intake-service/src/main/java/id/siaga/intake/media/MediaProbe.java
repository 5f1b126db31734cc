// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.media;

import java.util.Optional;

/** Finds out what a file is while its bytes pass, of which it keeps the first few thousand at most. */
public final class MediaProbe {

    private static final int LOOKED_AT = 4096;

    private final MediaTypes types;
    private final PlainText text = new PlainText();
    private final byte[] beginning = new byte[LOOKED_AT];
    private int length;

    MediaProbe(MediaTypes types) {
        this.types = types;
    }

    /** Looks at the next bytes of the file. */
    public void look(byte[] bytes, int count) {
        int missing = Math.min(LOOKED_AT - length, count);
        System.arraycopy(bytes, 0, beginning, length, missing);
        length += missing;
        text.look(bytes, count);
    }

    /** The media type of the file that has passed, if it is one that is taken. */
    public Optional<String> type() {
        return types.signed(beginning, length)
                .or(() -> text.isPlain(beginning, length) ? Optional.of(MediaTypes.TEXT) : Optional.empty());
    }
}
