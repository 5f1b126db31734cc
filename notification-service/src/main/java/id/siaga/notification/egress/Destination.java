// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import java.net.InetAddress;
import java.net.URI;

/**
 * A URL together with the one address that was vetted for it; a connection goes to that address and looks up
 * nothing, so that a name that changes its mind after vetting gains nothing.
 *
 * @param opened whether the address is reached only because the configuration opens it
 */
record Destination(URI url, InetAddress address, boolean opened) {

    boolean secure() {
        return secure(url);
    }

    int port() {
        return port(url);
    }

    /** Path and query as they stand in the request line. */
    String target() {
        URI ascii = URI.create(url.toASCIIString());
        String path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }

    static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return secure(url) ? 443 : 80;
    }

    private static boolean secure(URI url) {
        return "https".equals(url.getScheme());
    }
}
