// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a party takes back, and why. */
@Schema(description = "A report, or some of its items, taken back.")
record WithdrawalRequest(
        @Schema(description = "Why; the desk reads it.", examples = "Tautan yang dilaporkan ternyata arsip berita.")
        @NotBlank
        @Size(max = 1000)
        String reason,

        @Schema(description = "The numbers of the items; without it, all that the desk has not finished with.")
        @Size(min = 1, max = 50)
        @Nullable
        Set<@NotNull Integer> items) {}
