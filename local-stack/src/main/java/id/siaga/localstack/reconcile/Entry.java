// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a service knows of one thing. */
record Entry(UUID id, UUID about, String status, String state, long told, long sequence) {

    static Entry of(JsonNode entry) {
        return new Entry(
                UUID.fromString(entry.path("id").asText()),
                UUID.fromString(entry.path("about").asText()),
                entry.path("status").asText(),
                entry.path("state").asText(),
                entry.path("told").asLong(),
                entry.path("sequence").asLong());
    }

    /** Whether another service knows the same. */
    boolean says(@Nullable Entry other) {
        return other != null && state.equals(other.state) && told == other.told;
    }

    /** Whether it was told while something was told: more than what there was at first, and not yet all. */
    boolean isBetween(@Nullable Entry first, @Nullable Entry last) {
        return last != null && told < last.told && (first == null || told > first.told);
    }

    /** When what it is a part of came into being. */
    Instant began() {
        return Instant.ofEpochMilli(about.getMostSignificantBits() >>> 16);
    }
}
