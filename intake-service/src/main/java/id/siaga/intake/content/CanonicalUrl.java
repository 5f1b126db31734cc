// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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
    private static final Pattern NAME = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)+");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private CanonicalUrl() {}

    /** The host in lower case and ASCII, without the dot that ends a fully qualified name. */
    static String host(HttpUrl url) {
        String host = url.host();
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    /** Whether the host is a name with a dot in it, or an address, and reads the same when it is read again. */
    static boolean isPublic(String host) {
        if (host.indexOf(':') >= 0) {
            return true;
        }
        if (!NAME.matcher(host).matches()) {
            return false;
        }
        if (!host.contains("xn--")) {
            return true;
        }
        // The parser encodes some names that it will not take back.
        HttpUrl again = HttpUrl.parse("https://" + host + "/");
        return again != null && again.host().equals(host);
    }

    static String withoutWww(String host) {
        return host.startsWith("www.") && host.indexOf('.', 4) > 0 ? host.substring(4) : host;
    }

    static String of(HttpUrl url, String host, Predicate<String> tracking) {
        boolean defaultPort = url.port() == HttpUrl.defaultPort(url.scheme());
        StringBuilder canonical = new StringBuilder(url.encodedPath().length() + 64);
        // Both schemes show the same content, but another port is another server: it keeps the scheme it was given
        // with.
        canonical.append(defaultPort ? "https" : url.scheme()).append("://");
        canonical.append(host.indexOf(':') >= 0 ? "[" + host + "]" : host);
        if (!defaultPort) {
            canonical.append(':').append(url.port());
        }
        canonical.append(path(url));
        String query = query(url.encodedQuery(), tracking);
        return query.isEmpty()
                ? canonical.toString()
                : canonical.append('?').append(query).toString();
    }

    /** The path with percent-encoding in one form and no trailing slash, except for the root. */
    static String path(HttpUrl url) {
        String path = normalise(url.encodedPath());
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static String query(@Nullable String encoded, Predicate<String> tracking) {
        if (encoded == null) {
            return "";
        }
        List<String> kept = new ArrayList<>();
        for (String parameter : encoded.split("&", -1)) {
            String normal = normalise(parameter.replace("+", "%20"));
            if (!normal.isEmpty() && !tracking.test(name(normal))) {
                kept.add(normal);
            }
        }
        // By name only, and stable: the order of values under one name may carry meaning.
        kept.sort(Comparator.comparing(CanonicalUrl::name));
        return String.join("&", kept);
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }

    private static String normalise(String encoded) {
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        StringBuilder normal = new StringBuilder(bytes.length + 16);
        for (int i = 0; i < bytes.length; i++) {
            int octet = bytes[i] & 0xff;
            if (octet == '%' && i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2])) {
                append(normal, HexFormat.fromHexDigits(encodedPair(bytes, i)), false);
                i += 2;
            } else {
                append(normal, octet, DELIMITERS.indexOf(octet) >= 0);
            }
        }
        return normal.toString();
    }

    private static String encodedPair(byte[] bytes, int at) {
        return new String(bytes, at + 1, 2, StandardCharsets.US_ASCII);
    }

    private static boolean isHex(byte octet) {
        return HexFormat.isHexDigit(octet);
    }

    private static void append(StringBuilder normal, int octet, boolean delimiter) {
        boolean alphanumeric =
                (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') || (octet >= '0' && octet <= '9');
        if (alphanumeric || delimiter || PLAIN.indexOf(octet) >= 0) {
            normal.append((char) octet);
        } else {
            normal.append('%').append(HEX.toHexDigits((byte) octet));
        }
    }
}
