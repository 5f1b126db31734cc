// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** What the host of a URL says about where it leads. */
final class Host {

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+");
    // Loopback, private use, link-local, shared and "this" network: nobody outside can see what is there.
    private static final Pattern NOT_PUBLIC = Pattern.compile("(0|10|127|169\\.254|192\\.168"
            + "|172\\.(1[6-9]|2[0-9]|3[01])|100\\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7]))\\..*");
    private static final Pattern NOT_PUBLIC_6 = Pattern.compile("::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*");

    private Host() {}

    /** The host in lower case and ASCII, without the dot that ends a fully qualified name. */
    static String of(HttpUrl url) {
        String host = url.host();
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    /** Whether the host is a name with a dot in it, or an address, and reads the same when it is read again. */
    static boolean isPublic(String host) {
        if (host.indexOf(':') >= 0) {
            return !NOT_PUBLIC_6.matcher(host).matches();
        }
        if (!isName(host)) {
            return false;
        }
        if (host.charAt(host.length() - 1) <= '9' && ADDRESS.matcher(host).matches()) {
            return !NOT_PUBLIC.matcher(host).matches();
        }
        if (!host.contains("xn--")) {
            return true;
        }
        // The parser encodes some names that it will not take back.
        HttpUrl again = HttpUrl.parse("https://" + host + "/");
        return again != null && again.host().equals(host);
    }

    static String withoutWww(String host) {
        String bare = host;
        while (bare.startsWith("www.") && bare.indexOf('.', 4) > 0) {
            bare = bare.substring(4);
        }
        return bare;
    }

    /** Whether it has labels of letters, digits, hyphens and underscores, two at least. */
    private static boolean isName(String host) {
        int dots = 0;
        char before = '.';
        for (int i = 0; i < host.length(); i++) {
            char character = host.charAt(i);
            if (character == '.') {
                if (before == '.') {
                    return false;
                }
                dots++;
            } else if (!(character >= 'a' && character <= 'z')
                    && !(character >= '0' && character <= '9')
                    && character != '-'
                    && character != '_') {
                return false;
            }
            before = character;
        }
        return dots > 0 && before != '.';
    }
}
