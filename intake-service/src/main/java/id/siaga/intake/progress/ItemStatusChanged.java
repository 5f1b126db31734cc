// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.progress;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import id.siaga.intake.submission.ItemMove;
import id.siaga.intake.submission.ItemStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of triage's item.status-changed, version 1, that intake reads. */
@RegisterForReflection // for Jackson; native builds find only what endpoints speak of
@JsonIgnoreProperties(ignoreUnknown = true)
record ItemStatusChanged(
        @JsonProperty(required = true) UUID reportId,
        @JsonProperty(required = true) UUID itemId,
        @JsonProperty(required = true) long linkVersion,
        @JsonProperty(required = true) ItemStatus status,
        @Nullable String reason,
        @JsonProperty(required = true) Instant changedAt) {

    static final String TYPE = "id.siaga.item.status-changed.v1";
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    /** Refuses what the database would refuse at every try. */
    ItemStatusChanged {
        Objects.requireNonNull(reportId, "reportId");
        Objects.requireNonNull(itemId, "itemId");
        Objects.requireNonNull(status, "status");
        if (linkVersion < 1 || changedAt.isBefore(Instant.EPOCH) || changedAt.isAfter(LATEST)) {
            throw new IllegalArgumentException("linkVersion or changedAt is out of range");
        }
    }

    ItemMove move() {
        return new ItemMove(reportId, itemId, linkVersion, status, reason, changedAt);
    }
}
