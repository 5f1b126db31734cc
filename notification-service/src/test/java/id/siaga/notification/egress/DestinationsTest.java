// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {

    private static final List<String> NOTHING_OPENED = List.of();
    private static final Set<Integer> PORTS = Set.of(443, 8443);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::7f00:1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:c0a8:101::1",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fd20:ce::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void anAddressThatIsNotPublicIsRefused(String address) {
        // Given
        Destinations destinations = leadingTo(NOTHING_OPENED, address);

        // When
        UnsafeDestination refusal =
                assertThrows(UnsafeDestination.class, () -> destinations.pin("https://hooks.example/siaga"));

        // Then
        assertEquals("leads to an address that is not public", refusal.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "100.63.255.255", "172.32.0.1", "2606:2800:220:1::1", "2a00:1450:4001::1"})
    void aPublicAddressIsPinned(String address) throws UnknownHostException {
        // Given
        Destinations destinations = leadingTo(NOTHING_OPENED, address);

        // When
        Destination destination = destinations.pin("https://hooks.example:8443/siaga?x=1");

        // Then
        assertEquals(InetAddress.getByName(address), destination.address());
        assertEquals(8443, destination.port());
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://hooks.example/, must use https",
        "//hooks.example/, must use https",
        "HTTPS:hooks.example, must use https",
        "http://hooks.example/, must use https",
        "https:///x, must name a host",
        "https://hooks_example/, must name a host",
        "https://2130706433/, must spell an IPv4 address as four decimal numbers",
        "https://0x7f000001/, must spell an IPv4 address as four decimal numbers",
        "https://0x7f.1/, must name a host",
        "https://0177.0.0.1/, must spell an IPv4 address as four decimal numbers",
        "https://127.1/, must name a host",
        "https://[fe80::1%25eth0]/, must name a host",
        "https://user@hooks.example/, must not carry a user or password",
        "https://user:password@hooks.example/, must not carry a user or password",
        "https://hooks.example/#fragment, must not carry a fragment",
        "https://hooks.example:0/, has no usable port",
        "https://hooks.example:65536/, has no usable port",
        "https://hooks.example:22/, names a port that is not open",
        "https://hooks.example./, names a host that ends in a dot",
        "https://hooks/, names a host of some private network",
        "https://hooks.internal/, names a host of some private network",
        "https://hooks example/, is not a URL",
        "https://hooks.example\\@127.0.0.1/, is not a URL",
        "'', must use https"
    })
    void aUrlThatReadsTwoWaysOrWrongIsRefused(String url, String reason) {
        // Given
        Destinations destinations = leadingTo(NOTHING_OPENED, "93.184.216.34");

        // When
        UnsafeDestination refusal = assertThrows(UnsafeDestination.class, () -> destinations.pin(url));

        // Then
        assertEquals(reason, refusal.reason());
    }

    @Test
    void oneHostileAddressAmongSeveralIsEnough() {
        // Given
        Destinations destinations = leadingTo(NOTHING_OPENED, "93.184.216.34", "127.0.0.1");

        // When, Then
        assertThrows(UnsafeDestination.class, () -> destinations.pin("https://hooks.example/"));
    }

    @Test
    void aNameThatChangesItsMindIsVettedAtEveryCall() {
        // Given
        Queue<String> answers = new ArrayDeque<>(List.of("93.184.216.34", "169.254.169.254"));
        Destinations destinations = new Destinations(new AddressPolicy(NOTHING_OPENED, PORTS), host ->
                new InetAddress[] {InetAddress.getByName(answers.remove())});
        destinations.vet("https://hooks.example/");

        // When, Then
        assertThrows(UnsafeDestination.class, () -> destinations.pin("https://hooks.example/"));
    }

    @Test
    void aNameThatDoesNotResolveIsRefused() {
        // Given
        Destinations destinations = new Destinations(new AddressPolicy(NOTHING_OPENED, PORTS), host -> {
            throw new UnknownHostException(host);
        });

        // When, Then
        assertThrows(UnsafeDestination.class, () -> destinations.pin("https://hooks.example/"));
    }

    @Test
    void plainHttpIsForOpenedRangesOnly() {
        // Given
        Destinations opened = leadingTo(List.of("127.0.0.0/8"), "127.0.0.1");
        Destinations elsewhere = leadingTo(List.of("127.0.0.0/8"), "93.184.216.34");

        // When
        Destination destination = opened.pin("http://127.0.0.1:9000/hook");

        // Then
        assertEquals(9000, destination.port());
        assertThrows(UnsafeDestination.class, () -> elsewhere.pin("http://hooks.example/hook"));
    }

    @Test
    void aLocalNameIsForOpenedRangesOnlyAndOtherwiseNotEvenLookedUp() {
        // Given
        Destinations opened = leadingTo(List.of("127.0.0.0/8"), "127.0.0.1");
        Destinations elsewhere = leadingTo(List.of("127.0.0.0/8"), "93.184.216.34");
        Destinations nothingOpened = new Destinations(new AddressPolicy(NOTHING_OPENED, PORTS), host -> {
            throw new AssertionError("was looked up");
        });

        // When
        Destination destination = opened.pin("http://localhost:9000/hook");

        // Then
        assertEquals(9000, destination.port());
        assertThrows(UnsafeDestination.class, () -> elsewhere.pin("https://localhost/hook"));
        assertThrows(UnsafeDestination.class, () -> nothingOpened.pin("https://localhost/hook"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example, /",
        "https://hooks.example?x=1, /?x=1",
        "https://hooks.example/a%2fb?x=%20, /a%2fb?x=%20",
        "https://hooks.example/ä, /%C3%A4"
    })
    void whatIsAskedForIsThePathAsItWasWritten(String url, String target) {
        // Given, When, Then
        assertEquals(target, leadingTo(NOTHING_OPENED, "93.184.216.34").pin(url).target());
    }

    @Test
    void anOpenedRangeOpensNothingElse() {
        // Given
        Destinations destinations = leadingTo(List.of("127.0.0.0/8"), "10.0.0.1");

        // When, Then
        assertThrows(UnsafeDestination.class, () -> destinations.pin("https://hooks.example/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.0/33", "localhost/8", "::1/129", "/8", "1.2.3.4/x"})
    void aRangeThatIsNoRangeStopsTheStart(String range) {
        // Given, When, Then
        assertThrows(IllegalArgumentException.class, () -> new AddressPolicy(List.of(range), PORTS));
    }

    private static Destinations leadingTo(List<String> opened, String... addresses) {
        return new Destinations(new AddressPolicy(opened, PORTS), host -> {
            InetAddress[] found = new InetAddress[addresses.length];
            for (int i = 0; i < addresses.length; i++) {
                found[i] = InetAddress.getByName(addresses[i]);
            }
            return found;
        });
    }
}
