// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.legal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Embeddable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One rule that the content is held to break.
 *
 * @param instrument the law or regulation, as it is cited
 * @param article the article, paragraph or point of it
 */
@Embeddable
@RegisterForReflection // for Jackson: events carry it
public record LegalGround(
        @Schema(maxLength = 200) String instrument,
        @Schema(maxLength = 100) String article) {}
