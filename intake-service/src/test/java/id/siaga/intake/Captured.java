// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.web.KafkaTopic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A record as the broker held it: key, headers and the very bytes of its value. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Captured(String key, Map<String, String> headers, byte[] value) {

    public static Captured read(String name) {
        try (InputStream in = Captured.class.getResourceAsStream("/captured/" + name)) {
            return new ObjectMapper().readValue(Objects.requireNonNull(in, name), Captured.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Captured with(String header, String text) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(header, text);
        return new Captured(key, changed, value);
    }

    public Captured replacing(String part, String other) {
        return new Captured(
                key,
                headers,
                new String(value, StandardCharsets.UTF_8).replace(part, other).getBytes(StandardCharsets.UTF_8));
    }

    public void sendTo(KafkaTopic topic) {
        topic.send(key, headers, value);
    }
}
