// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.platform;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * One way to reach a platform.
 *
 * @param address where; a WEBHOOK needs none, since its owner registers it
 * @param note what whoever takes this way has to know
 */
@RegisterForReflection // for Jackson, which also reads it out of the database
public record ContactRoute(
        @NotNull RouteKind kind,
        @Nullable @Size(max = 1000) String address,
        @Nullable @Size(max = 2000) String note) {}
