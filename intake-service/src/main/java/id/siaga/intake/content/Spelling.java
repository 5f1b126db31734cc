// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A link as people write it, turned into the URL that they mean: without a scheme, made harmless, in quotation marks. */
final class Spelling {

    // None of these ends a canonical URL, so that taking them away twice takes away nothing more.
    private static final String QUOTATION_MARKS = "\"<>`“”„″‘’‚‹›«»";
    private static final Pattern SCHEME = Pattern.compile(
            "([a-z*]{2,8})(?::|\\[:]|\\(:\\)|\\{:})(?:/|\\[/]){2}|([a-z*]{2,8})\\[:(?://)?](?://)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DEFANGED =
            Pattern.compile("[\\[({]\\s*(\\.|dot|/|:)\\s*[])}]|\\\\(\\.)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_HOST = Pattern.compile("[^\\s@:./]+(?:\\.[^\\s@:./]+)+\\.?(?::[0-9]{1,5})?");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?::[0-9]{1,5})?");
    private static final Pattern LAST_LABEL =
            Pattern.compile(".*\\.(\\p{L}{2,63}|xn--[a-z0-9-]+)\\.?(?::[0-9]+)?", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_AUTHORITY = 512;

    private final Map<String, String> schemes;
    private final Set<String> fileEndings;

    Spelling(Map<String, String> schemes, Set<String> fileEndings) {
        this.schemes = schemes;
        this.fileEndings = fileEndings;
    }

    /** The URL that is meant, or null when no http or https URL can be. */
    @Nullable
    String read(String written) {
        String trimmed = trim(written);
        int authority = plainScheme(trimmed);
        if (authority > 0) {
            return isDefanged(trimmed, authority) ? refang(trimmed) : trimmed;
        }
        if (trimmed.startsWith("//")) {
            return read("https:" + trimmed);
        }
        Matcher scheme = SCHEME.matcher(trimmed).region(0, Math.min(trimmed.length(), 24));
        if (scheme.lookingAt()) {
            String name = scheme.group(1) != null ? scheme.group(1) : scheme.group(2);
            String meant = schemes.get(name.toLowerCase(Locale.ROOT));
            return meant == null ? null : meant + "://" + refang(trimmed.substring(scheme.end()));
        }
        return withoutScheme(trimmed);
    }

    private @Nullable String withoutScheme(String trimmed) {
        boolean defanged = isDefanged(trimmed, 0);
        String plain = defanged ? refang(trimmed) : trimmed;
        int end = endOfAuthority(plain, 0);
        if (end > LONGEST_AUTHORITY) {
            return null;
        }
        String host = plain.substring(0, end);
        if (!BARE_HOST.matcher(host).matches()) {
            return null;
        }
        if (ADDRESS.matcher(host).matches()) {
            return "https://" + plain;
        }
        Matcher last = LAST_LABEL.matcher(host);
        boolean isFile = end == plain.length()
                && last.matches()
                && fileEndings.contains(last.group(1).toLowerCase(Locale.ROOT));
        return last.matches() && !isFile ? "https://" + plain : null;
    }

    private static int plainScheme(String text) {
        if (text.regionMatches(true, 0, "https://", 0, 8)) {
            return 8;
        }
        return text.regionMatches(true, 0, "http://", 0, 7) ? 7 : 0;
    }

    // Only what was made harmless in its host: brackets in a path or query may mean themselves.
    private static boolean isDefanged(String text, int authority) {
        int end = Math.min(text.length(), authority + LONGEST_AUTHORITY);
        for (int i = authority; i < end; i++) {
            switch (text.charAt(i)) {
                case '[', '(', '{', '\\' -> {
                    if (DEFANGED.matcher(text).region(i, end).lookingAt()) {
                        return true;
                    }
                }
                case '/', '?', '#' -> {
                    return false;
                }
                default -> {
                    // another character of the host
                }
            }
        }
        return false;
    }

    private static String refang(String text) {
        return DEFANGED.matcher(text)
                .replaceAll(found ->
                        found.group(2) != null || found.group(1).equalsIgnoreCase("dot") ? "." : found.group(1));
    }

    private static int endOfAuthority(String text, int from) {
        int end = from;
        while (end < text.length() && "/?#\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static String trim(String written) {
        int start = 0;
        int end = written.length();
        while (start < end && isAround(written.charAt(start))) {
            start++;
        }
        while (end > start && isAround(written.charAt(end - 1))) {
            end--;
        }
        return written.substring(start, end);
    }

    private static boolean isAround(char character) {
        if (character > ' ' && character < 0x7f) {
            return QUOTATION_MARKS.indexOf(character) >= 0;
        }
        return character <= 0x9f
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT
                || QUOTATION_MARKS.indexOf(character) >= 0;
    }
}
