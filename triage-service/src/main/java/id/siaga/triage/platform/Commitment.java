// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.platform;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a platform has signed.
 *
 * @param lastDay the last day, if it ends
 * @param document where it can be read
 * @param actWithinSeconds how soon it promises to act, if it does
 * @param categories for what it promises that; none means everything
 */
@RegisterForReflection // for Jackson, which also reads it out of the database
public record Commitment(
        @NotBlank @Size(max = 300) String title,
        @NotBlank @Size(max = 50) String version,
        @NotNull LocalDate signedOn,
        @Nullable LocalDate lastDay,
        @NotBlank @Size(max = 1000) String document,
        @Nullable @Min(1) @Max(31_536_000) Integer actWithinSeconds,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) String> categories) {

    public Commitment {
        categories = categories == null ? List.of() : List.copyOf(categories);
    }
}
