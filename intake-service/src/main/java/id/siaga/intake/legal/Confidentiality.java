// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.legal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a matter must not be spoken of, and until when; never without an end. */
@Embeddable
@RegisterForReflection // for Jackson: events carry it
public record Confidentiality(
        @Column(name = "confidential_reason") @Schema(maxLength = 1000)
        String reason,

        @Column(name = "confidential_until") Instant until) {}
