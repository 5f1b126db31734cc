// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.siaga.web.Caller;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a case's record, with all that its hash is made of.
 *
 * @param format which bytes the hash covers
 * @param party the organisation that acted; null in format 1
 * @param who the person; null where the service itself acted
 * @param why the reason; null where none was given
 * @param body the facts: JSON, character by character as it was hashed
 */
@Schema(name = "RecordEntry")
public record EntryView(
        @Min(1) long seq,
        @Min(1) @Max(2) int format,
        Instant at,
        @Size(max = Caller.LONGEST_PARTY) @Nullable String party,
        @Nullable TextView who,
        @Size(max = 100) String act,
        @Nullable TextView why,
        @Size(max = CaseRecord.LONGEST_BODY) String body,
        @Size(max = 64) @Pattern(regexp = HEX) String previous,
        @Size(max = 64) @Pattern(regexp = HEX) String hash) {

    private static final String HEX = "^[0-9a-f]{64}$";
    private static final HexFormat TO_HEX = HexFormat.of();

    /** A person within its issuer, or a reason: at most the ground and the words of a platform that cannot act. */
    private static final int LONGEST_TEXT = 5100;

    /**
     * A text, and what the chain holds of it.
     *
     * @param text null once it is erased
     * @param salt null once the text is erased, and in format 1
     * @param commitment HMAC-SHA-256 of the text under the salt; null in format 1, whose chain holds the text itself
     */
    @Schema(name = "RecordedText")
    public record TextView(
            @Size(max = LONGEST_TEXT) @Nullable String text,
            @Size(max = 64) @Pattern(regexp = HEX) @Nullable String salt,
            @Size(max = 64) @Pattern(regexp = HEX) @Nullable String commitment) {

        private static @Nullable TextView of(@Nullable SaltedText text, byte @Nullable [] commitment) {
            return commitment == null
                    ? null
                    : new TextView(
                            text == null ? null : text.text(),
                            text == null ? null : TO_HEX.formatHex(text.salt()),
                            TO_HEX.formatHex(commitment));
        }
    }

    static EntryView of(StoredEntry stored) {
        RecordEntry entry = stored.entry();
        String body = new String(entry.body(), UTF_8);
        String previous = TO_HEX.formatHex(entry.previous());
        String hash = TO_HEX.formatHex(stored.hash());
        return switch (entry) {
            case RecordEntry.Plain plain ->
                new EntryView(
                        plain.seq(),
                        1,
                        plain.at(),
                        null,
                        new TextView(plain.who(), null, null),
                        plain.act(),
                        plain.why() == null ? null : new TextView(plain.why(), null, null),
                        body,
                        previous,
                        hash);
            case RecordEntry.Committed committed ->
                new EntryView(
                        committed.seq(),
                        2,
                        committed.at(),
                        committed.party(),
                        TextView.of(stored.who(), committed.who()),
                        committed.act(),
                        TextView.of(stored.why(), committed.why()),
                        body,
                        previous,
                        hash);
        };
    }
}
