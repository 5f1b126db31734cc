// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form in which two copies of a forwarded message are equal. */
final class QuotedText {

    // Zero-width marks come with copying from chat applications and are not part of what was said.
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private QuotedText() {}

    static String normalise(String text) {
        // Upper case unfolds what has several lower-case forms (final sigma, sharp s), which lower case alone does not;
        // lower case before it, because the capital sharp s is its own upper case.
        String folded = nfkc(INVISIBLE.matcher(nfkc(text)).replaceAll(""))
                .toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return SPACE.matcher(nfkc(folded)).replaceAll(" ").strip();
    }

    private static String nfkc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
