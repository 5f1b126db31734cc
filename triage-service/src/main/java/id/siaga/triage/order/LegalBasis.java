// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The law that a measure stands on.
 *
 * @param instrument the law or regulation
 * @param article the article of it
 * @param courtRuling a court's ruling, where one is needed
 */
public record LegalBasis(
        @NotBlank @Size(max = 200) String instrument,
        @NotBlank @Size(max = 100) String article,
        @Nullable @Size(max = 200) String courtRuling) {}
