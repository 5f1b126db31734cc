// SPDX-License-Identifier: Apache-2.0
package id.siaga.reconciliation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** What is to be told again, and why. */
public record RestatementRequest(
        @NotBlank @Size(max = 1000) String reason,
        @NotEmpty @Size(max = RestatementRequest.MOST) List<@NotNull @Valid Known> known) {

    static final int MOST = 100;

    /**
     * What the other service knows of a thing.
     *
     * @param told how much it was told of it, 0 if it does not know it
     * @param sequence the highest number that it has seen of it, 0 if none
     */
    public record Known(
            @NotNull UUID id, @Min(0) long told, @Min(0) long sequence) {

        Held held() {
            return new Held(id, told, sequence);
        }
    }
}
