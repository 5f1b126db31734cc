// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.legal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The authority in whose name a measure is asked for.
 *
 * @param name the office, as it signs
 * @param fileReference its own file, under which a court or the platform can ask back
 */
@Embeddable
@RegisterForReflection // for Jackson: events carry it
public record Authority(
        @Column(name = "authority_name") @Schema(maxLength = 200)
        String name,

        @Column(name = "authority_file") @Schema(maxLength = 100) @Nullable
        String fileReference) {}
