// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Gives the content key of a locator or of a quoted text; total, pure, and the same for every spelling of one content. */
@Singleton
public class ContentKeys {

    /** Above this a canonical URL is digested: consumers index keys, and an index row has a limit. */
    static final int LONGEST_URL_ID = 1_024;

    private static final String WEB = "web";
    private static final int DEEPEST_WRAPPING = 5;
    private static final Reading TOO_DEEP = new Reading.Refused("is wrapped in too many redirects");

    private final ContentRules rules;
    private final Urls urls = new Urls();

    /** Reads the rules that ship with the service. */
    public ContentKeys() {
        this.rules = ContentRules.shipped();
    }

    /** The version of the rules that make keys now. */
    public int ruleVersion() {
        return rules.version();
    }

    /** The platforms, as the rules state them. */
    List<ContentRules.Platform> platforms() {
        return rules.platforms();
    }

    /** The key of what is at a URL, or why there is none. */
    public Reading ofUrl(String spelling) {
        return read(spelling, List.of());
    }

    private Reading read(String spelling, List<String> unwrapped) {
        String meant = rules.spelling().read(spelling);
        HttpUrl url = meant == null ? null : urls.parse(meant);
        if (url == null) {
            return new Reading.Refused("must be an http or https URL");
        }
        String host = Host.of(url);
        if (!Host.isPublic(host)) {
            return new Reading.Refused("its host is no address on the public internet");
        }
        PlatformRules platform = rules.platformOf(host);
        String site = platform == null ? Host.withoutWww(host) : platform.canonicalHost(host);
        Address address = new Address(url);
        Reading inner = inside(site, address, unwrapped);
        return inner != null ? inner : key(platform, site, address, unwrapped);
    }

    /** What a wrapper holds; null when there is none or nothing in it that can be read: then it is content itself. */
    private @Nullable Reading inside(String site, Address address, List<String> unwrapped) {
        String inside = rules.wrappers().inside(site, address);
        if (inside == null) {
            return null;
        }
        if (unwrapped.size() == DEEPEST_WRAPPING) {
            return TOO_DEEP;
        }
        List<String> deeper = new ArrayList<>(unwrapped);
        deeper.add(site);
        Reading reading = read(inside, List.copyOf(deeper));
        return reading instanceof Reading.Refused && reading != TOO_DEEP ? null : reading;
    }

    private Reading key(@Nullable PlatformRules platform, String site, Address address, List<String> unwrapped) {
        if (platform == null) {
            return canonical(WEB, address.canonical(site, rules::isTracking), unwrapped);
        }
        PlatformRules.Match match = platform.match(site, address);
        if (match != null) {
            ContentKey key = new ContentKey(platform.code(), match.kind(), match.id(), rules.version());
            return new Reading.Keyed(key, match.canonical(), unwrapped);
        }
        return canonical(
                platform.code(),
                address.canonical(site, name -> rules.isTracking(name) || platform.isTracking(name)),
                unwrapped);
    }

    private Reading canonical(String platform, String canonical, List<String> unwrapped) {
        ContentKey key = canonical.length() <= LONGEST_URL_ID
                ? new ContentKey(platform, "url", canonical, rules.version())
                : new ContentKey(platform, "url-digest", digest(canonical), rules.version());
        return new Reading.Keyed(key, canonical, unwrapped);
    }

    /** The key of a quoted text, or why there is none. */
    public Reading ofText(String text) {
        String normalised = QuotedText.normalise(text);
        if (normalised.isEmpty()) {
            return new Reading.Refused("must contain something that can be read");
        }
        ContentKey key = new ContentKey("text", "quote", digest(normalised), rules.version());
        return new Reading.Keyed(key, normalised, List.of());
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
