// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import java.net.InetAddress;
import java.net.URI;

/**
 * A URL together with the one address that was vetted for it; a connection goes to that address and looks up
 * nothing, so that a name that changes its mind after vetting gains nothing.
 */
record Destination(URI url, InetAddress address) {

    boolean secure() {
        return "https".equals(url.getScheme());
    }

    int port() {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return secure() ? 443 : 80;
    }
}
