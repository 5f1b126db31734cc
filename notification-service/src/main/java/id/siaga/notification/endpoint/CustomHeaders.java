// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import static java.nio.charset.StandardCharsets.US_ASCII;

import id.siaga.keyring.Keyring;
import id.siaga.notification.endpoint.NotificationRefusal.EndpointRefused;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Headers that an owner wants on every request to its endpoint, mostly to pass a gateway: so their values are secrets,
 * sealed as one text of lines, and never shown again.
 */
@ApplicationScoped
class CustomHeaders {

    /** What is shown in the place of a value, and says in an edit that it stays what it was. */
    static final String MASK = "***";

    static final int MOST = 10;

    /** What a value may be; RFC 9110 allows more, which not every receiver reads alike. */
    static final String VALUE = "[\\x21-\\x7e](?:[\\x20-\\x7e]*[\\x21-\\x7e])?";

    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    /** What is the connection's, the message's, or ours to say. */
    private static final Set<String> OURS = Set.of(
            "accept-encoding",
            "connection",
            "cookie",
            "date",
            "expect",
            "forwarded",
            "host",
            "http2-settings",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent",
            "via");

    private static final Set<String> OUR_PREFIXES = Set.of("content-", "webhook-", "proxy-", "x-forwarded-", "sec-");

    private final Keyring keyring;

    CustomHeaders(Keyring keyring) {
        this.keyring = keyring;
    }

    /**
     * The headers as they are from now on, by lower-case names.
     *
     * @param before those until now, whose values a mask stands for
     * @throws EndpointRefused when one of them may not be set
     */
    Map<String, String> checked(Map<String, String> asked, Map<String, String> before) {
        Map<String, String> headers = new TreeMap<>();
        asked.forEach((written, value) -> {
            String name = written.toLowerCase(Locale.ROOT);
            if (!NAME.matcher(name).matches()) {
                throw new EndpointRefused(pointer(written), "is no name of a header");
            }
            if (OURS.contains(name) || OUR_PREFIXES.stream().anyMatch(name::startsWith)) {
                throw new EndpointRefused(pointer(written), "is not for endpoints to set");
            }
            String meant = MASK.equals(value) ? before.get(name) : value;
            if (meant == null) {
                throw new EndpointRefused(pointer(written), "needs a value");
            }
            if (headers.put(name, meant) != null) {
                throw new EndpointRefused(pointer(written), "stands twice");
            }
        });
        return headers;
    }

    private static String pointer(String name) {
        return "/headers/" + name.replace("~", "~0").replace("/", "~1");
    }

    byte @Nullable [] seal(UUID endpointId, Map<String, String> headers) {
        if (headers.isEmpty()) {
            return null;
        }
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue())
                .collect(Collectors.joining("\n"));
        return keyring.seal(lines.getBytes(US_ASCII), SecretContext.headersOf(endpointId));
    }

    Map<String, String> open(UUID endpointId, byte @Nullable [] sealed) {
        if (sealed == null) {
            return Map.of();
        }
        return new String(keyring.open(sealed, SecretContext.headersOf(endpointId)), US_ASCII)
                .lines()
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    static Map<String, String> masked(Collection<String> names) {
        Map<String, String> masked = new TreeMap<>();
        names.forEach(name -> masked.put(name, MASK));
        return masked;
    }
}
