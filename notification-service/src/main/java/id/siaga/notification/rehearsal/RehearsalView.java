// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.rehearsal;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A rehearsal, with what it has shown so far. */
public record RehearsalView(
        UUID id,
        UUID endpointId,
        RehearsalStatus status,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Size(max = 9) List<StepView> steps) {}
