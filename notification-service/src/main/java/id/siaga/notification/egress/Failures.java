// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.proxy.ProxyConnectException;
import java.net.ConnectException;
import java.net.SocketException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says what went wrong in few and constant words: a library's message may hold addresses of our own network. */
final class Failures {

    private Failures() {}

    static String describe(@Nullable Throwable cause) {
        return switch (cause) {
            case ConnectTimeoutException timeout -> "no connection in time";
            case ProxyConnectException proxy -> "the way out did not connect to it";
            case ConnectException refused -> "the connection was refused";
            case SSLException tls -> "TLS failed: the certificate or protocol was not accepted";
            case SocketException broken -> "the connection broke";
            case null, default -> "the connection was closed or its answer was not HTTP";
        };
    }
}
