// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.canary;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** The data of canary.issued, version 1: contracts/events/canary-issued.v1.schema.json. */
@RegisterForReflection // for Jackson; native builds find only what endpoints speak of
record CanaryIssued(UUID canaryId, Instant issuedAt) {

    static final String TYPE = "id.siaga.canary.issued.v1";
}
