// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Gives the content key of a locator or of a quoted text; total, pure, and the same for every spelling of one content. */
@Singleton
public class ContentKeys {

    /** Above this a canonical URL is digested: consumers index keys, and an index row has a limit. */
    static final int LONGEST_URL_ID = 1_024;

    private final ContentRules rules;

    /** Reads the rules that ship with the service. */
    public ContentKeys() {
        this.rules = ContentRules.shipped();
    }

    /** The key of what is at a URL, or why there is none. */
    public Reading ofUrl(String spelling) {
        HttpUrl url = parse(spelling);
        if (url == null) {
            return new Reading.Refused("must be an absolute http or https URL");
        }
        String host = CanonicalUrl.host(url);
        if (!CanonicalUrl.isPublic(host)) {
            return new Reading.Refused("its host is no address on the public internet");
        }
        PlatformRules platform = rules.platformOf(host);
        if (platform == null) {
            return canonical("web", CanonicalUrl.of(url, CanonicalUrl.withoutWww(host), rules::isTracking));
        }
        PlatformRules.Match match = platform.match(host, url);
        if (match != null) {
            return new Reading.Keyed(
                    new ContentKey(platform.code(), match.kind(), match.id(), rules.version()), match.canonical());
        }
        return canonical(
                platform.code(),
                CanonicalUrl.of(
                        url,
                        platform.canonicalHost(host),
                        name -> rules.isTracking(name) || platform.isTracking(name)));
    }

    /** The key of a quoted text, or why there is none. */
    public Reading ofText(String text) {
        String normalised = QuotedText.normalise(text);
        return normalised.isEmpty()
                ? new Reading.Refused("must contain something that can be read")
                : new Reading.Keyed(new ContentKey("text", "quote", digest(normalised), rules.version()), normalised);
    }

    private Reading canonical(String platform, String canonical) {
        ContentKey key = canonical.length() <= LONGEST_URL_ID
                ? new ContentKey(platform, "url", canonical, rules.version())
                : new ContentKey(platform, "url-digest", digest(canonical), rules.version());
        return new Reading.Keyed(key, canonical);
    }

    private static @Nullable HttpUrl parse(String spelling) {
        String trimmed = spelling.strip();
        String start = trimmed.substring(0, Math.min(8, trimmed.length())).toLowerCase(Locale.ROOT);
        // The parser also takes "https:host" and repairs it; people who send that mean something else.
        if (!start.startsWith("http://") && !start.startsWith("https://")) {
            return null;
        }
        return HttpUrl.parse(trimmed);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
