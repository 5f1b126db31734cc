// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for all spellings of a URL on the web at large: https, no default port, user or fragment, no tracking
 * parameters, the remaining ones sorted, percent-encoding in one form, no trailing slash.
 */
final class CanonicalUrl {

    // What means the same raw and percent-encoded. The delimiters / ? # & = + ; $ do not, so an encoded one stays
    // encoded.
    private static final String PLAIN = "-._~!'()*,:@";
    private static final String DELIMITERS = "/&=;$";
    private static final boolean[] KEPT = kept();
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private CanonicalUrl() {}

    static String of(HttpUrl url, String host, Predicate<String> tracking) {
        return of(url, host, path(url), tracking);
    }

    /** The canonical URL of which host and path are known already. */
    static String of(HttpUrl url, String host, String path, Predicate<String> tracking) {
        boolean defaultPort = url.port() == HttpUrl.defaultPort(url.scheme());
        StringBuilder canonical = new StringBuilder(path.length() + 64);
        // Both schemes show the same content, but another port is another server: it keeps the scheme it was given
        // with.
        canonical.append(defaultPort ? "https" : url.scheme()).append("://");
        if (host.indexOf(':') >= 0) {
            canonical.append('[').append(host).append(']');
        } else {
            canonical.append(host);
        }
        if (!defaultPort) {
            canonical.append(':').append(url.port());
        }
        canonical.append(path);
        String query = query(url.encodedQuery(), tracking);
        if (!query.isEmpty()) {
            canonical.append('?').append(query);
        }
        return canonical.append(route(url.encodedFragment())).toString();
    }

    /** The path with percent-encoding in one form and no trailing slash, except for the root. */
    static String path(HttpUrl url) {
        String path = withoutTrailingSlash(normalise(url.encodedPath()));
        return path.isEmpty() ? "/" : path;
    }

    /**
     * The fragment with its {@code #} where it names other content, otherwise nothing. A page that is put together in the
     * browser has its address there ({@code #/berita/1}, {@code #!/berita/1}); whatever else follows a {@code #} is a
     * place on the same page.
     */
    static String route(@Nullable String fragment) {
        if (fragment == null || !(fragment.startsWith("/") || fragment.startsWith("!"))) {
            return "";
        }
        String route = withoutTrailingSlash(normalise(fragment));
        return route.isEmpty() || route.equals("!") ? "" : "#" + route;
    }

    private static String withoutTrailingSlash(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static String query(@Nullable String encoded, Predicate<String> tracking) {
        if (encoded == null || encoded.isEmpty()) {
            return "";
        }
        List<String> kept = new ArrayList<>();
        for (int start = 0; start <= encoded.length(); ) {
            int end = encoded.indexOf('&', start);
            end = end < 0 ? encoded.length() : end;
            String normal = normalise(encoded.substring(start, end).replace("+", "%20"));
            if (!normal.isEmpty() && !tracking.test(name(normal))) {
                kept.add(normal);
            }
            start = end + 1;
        }
        if (kept.size() > 1) {
            // By name only, and stable: the order of values under one name may carry meaning.
            kept.sort(Comparator.comparing(CanonicalUrl::name));
        }
        return String.join("&", kept);
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }

    private static String normalise(String encoded) {
        int plain = 0;
        while (plain < encoded.length() && isKept(encoded.charAt(plain))) {
            plain++;
        }
        if (plain == encoded.length()) {
            return encoded;
        }
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        StringBuilder normal = new StringBuilder(bytes.length + 16).append(encoded, 0, plain);
        for (int i = plain; i < bytes.length; i++) {
            int octet = bytes[i] & 0xff;
            if (octet == '%' && i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2])) {
                int decoded = HexFormat.fromHexDigit(bytes[i + 1]) << 4 | HexFormat.fromHexDigit(bytes[i + 2]);
                append(normal, decoded, isKept(decoded) && DELIMITERS.indexOf(decoded) < 0);
                i += 2;
            } else {
                append(normal, octet, isKept(octet));
            }
        }
        return normal.toString();
    }

    private static void append(StringBuilder normal, int octet, boolean asItIs) {
        if (asItIs) {
            normal.append((char) octet);
        } else {
            normal.append('%').append(HEX.toHexDigits((byte) octet));
        }
    }

    private static boolean isHex(byte octet) {
        return HexFormat.isHexDigit(octet);
    }

    private static boolean isKept(int character) {
        return character < KEPT.length && KEPT[character];
    }

    private static boolean[] kept() {
        boolean[] kept = new boolean[128];
        for (char character = 0; character < kept.length; character++) {
            kept[character] = (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9')
                    || PLAIN.indexOf(character) >= 0
                    || DELIMITERS.indexOf(character) >= 0;
        }
        return kept;
    }
}
