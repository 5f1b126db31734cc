// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which addresses may be reached: public unicast, and what the configuration opens. Everything that IANA has set
 * apart is refused, and so are the forms of IPv6 that carry an IPv4 address inside, whatever that address is. Of ports
 * only those of the configuration are open, except where it opens the address.
 */
@Startup // a range that is none stops the start
@ApplicationScoped
class AddressPolicy {

    private static final List<AddressRange> RESERVED_V4 = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32", // a cloud's metadata service, on a public address
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Global unicast; mapped, compatible, NAT64, unique-local, link-local and multicast addresses lie outside. */
    private static final AddressRange GLOBAL_V6 = AddressRange.parse("2000::/3");

    private static final List<AddressRange> RESERVED_V6 = ranges(
            "2001::/23", // Teredo, ORCHID, benchmarking
            "2001:db8::/32",
            "2002::/16", // 6to4
            "3fff::/20");

    private final List<AddressRange> opened;
    private final Set<Integer> ports;

    @Inject
    AddressPolicy(EgressConfig config) {
        this(config.allow().orElse(List.of()), config.ports());
    }

    AddressPolicy(List<String> opened, Set<Integer> ports) {
        this.opened = opened.stream().map(AddressRange::parse).toList();
        this.ports = Set.copyOf(ports);
    }

    boolean opensAny() {
        return !opened.isEmpty();
    }

    boolean opens(InetAddress address) {
        return opened.stream().anyMatch(range -> range.contains(address));
    }

    boolean permits(InetAddress address) {
        return opens(address) || isPublic(address);
    }

    boolean permits(InetAddress address, int port) {
        return opens(address) || ports.contains(port);
    }

    private static boolean isPublic(InetAddress address) {
        return switch (address) {
            case Inet4Address v4 -> RESERVED_V4.stream().noneMatch(range -> range.contains(v4));
            case Inet6Address v6 ->
                GLOBAL_V6.contains(v6) && RESERVED_V6.stream().noneMatch(range -> range.contains(v6));
            default -> false;
        };
    }

    private static List<AddressRange> ranges(String... cidrs) {
        return Stream.of(cidrs).map(AddressRange::parse).toList();
    }
}
