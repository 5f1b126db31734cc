// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation.obligation;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * What a letter imposes.
 *
 * @param letterId a draft of the order, with which it is imposed when that is issued
 * @param currency as ISO 4217 names it
 */
public record ObligationRequest(
        @NotNull UUID letterId,
        @NotNull ObligationKind kind,

        @NotNull @DecimalMin("0.01") @DecimalMax("9999999999999999.99") @Digits(integer = 16, fraction = 2)
        BigDecimal amount,

        @NotNull @Pattern(regexp = "[A-Z]{3}") @Size(min = 3, max = 3)
        String currency,

        @NotBlank @Size(max = 500) String legalBasis,
        @NotNull Instant dueAt) {}
