// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content.alias;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/** The part of triage's content.aliased, version 1, that intake reads. */
@RegisterForReflection(ignoreNested = false) // for Jackson; native builds find only what endpoints speak of
@JsonIgnoreProperties(ignoreUnknown = true)
record ContentAliased(
        @JsonProperty(required = true) Keys keys,
        @JsonProperty(required = true) Instant recordedAt) {

    /** The key that is given up, and the one that stands for both from now on. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Keys(
            @JsonProperty(required = true) String from,
            @JsonProperty(required = true) String to) {

        private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,50}:[a-z0-9-]{1,50}:[!-~]{1,1024}");

        /** Refuses what the database would refuse at every try, and what is no key. */
        Keys {
            if (!KEY.matcher(from).matches() || !KEY.matcher(to).matches() || from.equals(to)) {
                throw new IllegalArgumentException("these are not two content keys");
            }
        }
    }

    static final String TYPE = "id.siaga.content.aliased.v1";
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** Refuses what the database would refuse at every try. */
    ContentAliased {
        Objects.requireNonNull(keys, "keys");
        if (recordedAt.isBefore(Instant.EPOCH) || recordedAt.isAfter(LATEST)) {
            throw new IllegalArgumentException("recordedAt is out of range");
        }
    }
}
