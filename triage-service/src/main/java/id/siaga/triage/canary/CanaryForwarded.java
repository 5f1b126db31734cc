// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.canary;

import id.siaga.triage.event.News;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;

/** The data of canary.forwarded, version 1: contracts/events/canary-forwarded.v1.schema.json. */
@RegisterForReflection // for Jackson; native builds find only what endpoints speak of
record CanaryForwarded(UUID canaryId, Instant issuedAt, Instant forwardedAt, Instant serveBy) implements News.Data {

    static final String TYPE = "canary.forwarded";
}
