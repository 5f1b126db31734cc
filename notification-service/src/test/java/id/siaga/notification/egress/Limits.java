// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings as a test wants them. */
record Limits(
        List<String> opened,
        Set<Integer> ports,
        @Nullable String proxyAddress,
        Duration connect,
        Duration headers,
        Duration body)
        implements EgressConfig {

    /** What cannot be waited for in a test that should not wait; a busy machine needs time of its own. */
    private static final Duration LONG = Duration.ofSeconds(30);

    static Limits opening(String... ranges) {
        return new Limits(List.of(ranges), Set.of(443), null, LONG, LONG, LONG);
    }

    Limits onPort(int port) {
        return new Limits(opened, Set.of(port), proxyAddress, connect, headers, body);
    }

    Limits through(String proxy) {
        return new Limits(opened, ports, proxy, connect, headers, body);
    }

    Limits waitingToConnect(Duration limit) {
        return new Limits(opened, ports, proxyAddress, limit, headers, body);
    }

    Limits waitingForHeaders(Duration limit) {
        return new Limits(opened, ports, proxyAddress, connect, limit, body);
    }

    Limits waitingForBody(Duration limit) {
        return new Limits(opened, ports, proxyAddress, connect, headers, limit);
    }

    AddressPolicy policy() {
        return new AddressPolicy(opened, ports);
    }

    @Override
    public Optional<List<String>> allow() {
        return opened.isEmpty() ? Optional.empty() : Optional.of(opened);
    }

    @Override
    public Optional<String> proxy() {
        return Optional.ofNullable(proxyAddress);
    }

    @Override
    public Duration connectLimit() {
        return connect;
    }

    @Override
    public Duration headersLimit() {
        return headers;
    }

    @Override
    public Duration bodyLimit() {
        return body;
    }

    @Override
    public Duration totalLimit() {
        return LONG.multipliedBy(2);
    }
}
