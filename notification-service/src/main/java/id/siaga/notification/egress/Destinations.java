// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vets URLs: once when an endpoint is registered, and again before every connection. */
@ApplicationScoped
public class Destinations {

    private static final int LONGEST_URL = 2048;
    private static final Pattern LOOKS_NUMERIC = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)\\.?");
    private static final Pattern DOTTED_QUAD = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");

    private final AddressPolicy policy;
    private final HostResolver resolver;

    @Inject
    Destinations(AddressPolicy policy, EgressConfig config) {
        this(policy, new SystemResolver(config.connectLimit()));
    }

    Destinations(AddressPolicy policy, HostResolver resolver) {
        this.policy = policy;
        this.resolver = resolver;
    }

    /**
     * The URL, when it may be called.
     *
     * @throws UnsafeDestination when it is malformed, unresolvable, or leads where nobody may be sent
     */
    public URI vet(String url) {
        return pin(url).url();
    }

    Destination pin(String text) {
        URI url = parse(text);
        String host = url.getHost().toLowerCase(Locale.ROOT);
        boolean local = LocalNames.contain(host);
        if (local && !policy.opensAny()) {
            throw localName(); // unresolved: which names our own network knows is not told
        }
        InetAddress[] addresses = resolve(host);
        for (InetAddress address : addresses) {
            // One hostile address among several is enough: the owner of such a name means no good.
            if (!policy.permits(address) || mapped(host, address)) {
                throw new UnsafeDestination("leads to an address that is not public");
            }
        }
        Destination destination = new Destination(url, addresses[0], policy.opens(addresses[0]));
        if (local && !destination.opened()) {
            throw localName();
        }
        if (!destination.secure() && !destination.opened()) {
            throw new UnsafeDestination("must use https");
        }
        if (!policy.permits(destination.address(), destination.port())) {
            throw new UnsafeDestination("names a port that is not open");
        }
        return destination;
    }

    private static UnsafeDestination localName() {
        return new UnsafeDestination("names a host of some private network");
    }

    /** An IPv4 address that was spelt as one of IPv6: Java makes it what it maps to. */
    private static boolean mapped(String host, InetAddress address) {
        return host.startsWith("[") && address instanceof Inet4Address;
    }

    private static URI parse(String text) {
        if (text.length() > LONGEST_URL) {
            throw new UnsafeDestination("is longer than " + LONGEST_URL + " characters");
        }
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException malformed) {
            throw new UnsafeDestination("is not a URL");
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme();
        String host = url.getHost();
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new UnsafeDestination("must use https");
        }
        if (host == null || host.indexOf('%') >= 0) {
            throw new UnsafeDestination("must name a host");
        }
        if (url.getRawUserInfo() != null) {
            throw new UnsafeDestination("must not carry a user or password");
        }
        if (url.getRawFragment() != null) {
            throw new UnsafeDestination("must not carry a fragment");
        }
        if (url.getPort() == 0 || url.getPort() > 65_535) {
            throw new UnsafeDestination("has no usable port");
        }
        if (host.endsWith(".")) {
            throw new UnsafeDestination("names a host that ends in a dot");
        }
        // Decimal, octal and hexadecimal spellings mean different hosts to different parsers.
        if (LOOKS_NUMERIC.matcher(host).matches() && !DOTTED_QUAD.matcher(host).matches()) {
            throw new UnsafeDestination("must spell an IPv4 address as four decimal numbers");
        }
        return url;
    }

    private InetAddress[] resolve(String host) {
        try {
            InetAddress[] addresses = resolver.resolve(host);
            if (addresses.length > 0) {
                return addresses;
            }
        } catch (UnknownHostException unknown) {
            // the same answer as an empty one
        }
        throw new UnsafeDestination("names a host that does not resolve");
    }
}
