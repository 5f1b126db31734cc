// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An opaque place in a list, handed out as {@code next} and taken back as {@code cursor}. */
public final class Cursor {

    static final int LONGEST = 200;

    private static final String SEPARATOR = "\n";

    private Cursor() {}

    /** The cursor after the row with these sort values. */
    public static String of(String... values) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, values).getBytes(UTF_8));
    }

    /** The sort values in a cursor; 400 when it is not one of ours. */
    public static List<String> parse(String cursor, int parts) {
        if (cursor.length() > LONGEST) {
            throw refused();
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            List<String> values = List.of(text.split(SEPARATOR, -1));
            if (values.size() == parts) {
                return values;
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the one refusal
        }
        throw refused();
    }

    /** The one number in a cursor, if there is a cursor. */
    public static @Nullable Long number(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return Long.valueOf(parse(cursor, 1).getFirst());
        } catch (NumberFormatException noNumber) {
            throw refused();
        }
    }

    /** The refusal for a cursor whose values do not read; callers throw it when a part is no time or id. */
    public static InvalidRequest refused() {
        return new InvalidRequest("query:cursor", "is not a cursor of this list");
    }
}
