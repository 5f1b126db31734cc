// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence for people, which can be said in another language. The English sentence is its own key in the catalogues of
 * translations; see {@link Texts}.
 *
 * @param pattern the English sentence with placeholders such as {@code {0}}, or the name of a validator's message
 * @param english the English sentence with its values in place
 * @param values what stands for the placeholders; a text among them is translated, too
 */
@RegisterForReflection // for Jackson; native builds find only what endpoints speak of
public record Text(String pattern, @JsonValue String english, Map<String, Object> values) {

    /** The longest sentence. Only what a caller sent could make a longer one, and is cut. */
    public static final int LONGEST = 2_000;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9]+)}");

    public Text {
        english = cut(english, LONGEST);
    }

    /** The English sentence with these values for {@code {0}}, {@code {1}} and so on. */
    public static Text of(String pattern, Object... values) {
        Map<String, Object> named = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            named.put(String.valueOf(i), values[i]);
        }
        return new Text(pattern, fill(pattern, named), named);
    }

    /** What another language's sentence reads with the values of this one. */
    static String fill(String sentence, Map<String, Object> values) {
        return PLACEHOLDER.matcher(sentence).replaceAll(found -> {
            Object value = values.get(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : String.valueOf(value));
        });
    }

    /** What is longer than that ends with an ellipsis, never amid a character. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    @Override
    public String toString() {
        return english;
    }
}
