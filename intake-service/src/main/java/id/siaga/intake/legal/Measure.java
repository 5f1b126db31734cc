// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.legal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The measure that a reporter asks for; the desk decides.
 *
 * @param territorialScope ISO 3166-1 or 3166-2 codes, no wider than needed
 */
@Embeddable
@RegisterForReflection // for Jackson: events carry it
public record Measure(
        @Enumerated(EnumType.STRING) @Column(columnDefinition = "text")
        Instrument instrument,

        @Enumerated(EnumType.STRING) @Column(columnDefinition = "text") @Nullable
        Action action,

        @Schema(maxItems = 60) List<@Size(max = 6) String> territorialScope) {}
