// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.canary;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** What the desk reads of intake's `canary.issued`. */
@RegisterForReflection // for Jackson; native builds find only what endpoints speak of
public record CanaryIssued(UUID canaryId, Instant issuedAt) {

    public static final String TYPE = "id.siaga.canary.issued.v1";

    public CanaryIssued {
        requireNonNull(canaryId, "canaryId");
        requireNonNull(issuedAt, "issuedAt");
    }
}
