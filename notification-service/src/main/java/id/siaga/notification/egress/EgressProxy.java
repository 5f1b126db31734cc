// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;

/** The proxy through which everything leaves that the configuration does not open. */
record EgressProxy(String host, int port) {

    /** @throws IllegalArgumentException when the text is not {@code host:port} */
    static EgressProxy parse(String text) {
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 1 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException("siaga.egress.proxy must be host:port");
        }
        String host = text.substring(0, colon);
        return new EgressProxy(host.replaceAll("^\\[|]$", ""), Integer.parseInt(port));
    }

    ProxyOptions options() {
        return new ProxyOptions().setType(ProxyType.HTTP).setHost(host).setPort(port);
    }
}
