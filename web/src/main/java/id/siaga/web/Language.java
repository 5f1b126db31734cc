// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** The languages that problems are told in. */
public enum Language {
    ENGLISH("en"),
    INDONESIAN("id");

    private static final List<String> TAGS = List.of(ENGLISH.tag, INDONESIAN.tag);

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The language's tag (BCP 47), as in {@code Content-Language}. */
    public String tag() {
        return tag;
    }

    /** The one that an {@code Accept-Language} header prefers; English where it names none of ours, or is no such header. */
    static Language preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ENGLISH;
        }
        try {
            String found = Locale.lookupTag(LanguageRange.parse(acceptLanguage), TAGS);
            return INDONESIAN.tag.equals(found) ? INDONESIAN : ENGLISH;
        } catch (IllegalArgumentException noRanges) {
            return ENGLISH;
        }
    }
}
