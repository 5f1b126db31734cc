// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.answer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person found at an order's locators. */
public record CheckRequest(@NotEmpty @Size(max = 1000) List<@NotNull @Valid Found> findings) {

    /** One locator's finding. */
    public record Found(
            @NotNull UUID locatorId,
            @NotNull Finding finding,
            @Nullable @Size(max = 2000) String note) {}
}
