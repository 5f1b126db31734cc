// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.decision;

import id.siaga.triage.order.IssuingAuthority;
import id.siaga.triage.order.LegalBasis;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal.
 *
 * @param reasons the statement of reasons
 * @param terms which of the platform's own terms are broken; needed for a REFERRAL, and for nothing else
 * @param legalBasis needed for NOTICE and ORDER, as are proportionality, territorialScope and redress; a REFERRAL has
 *     none
 * @param authority needed for an ORDER, and for nothing else: in whose name it is made, by an entry of the competence
 *     register
 * @param lighterMeasure which lighter measure was considered and why it is not enough; needed in flagged cases
 * @param territorialScope ISO 3166 codes, no wider than needed
 */
public record DecisionRequest(
        @NotNull DecisionKind kind,
        @NotBlank @Size(max = 5000) String reasons,
        @Nullable @Size(max = 1000) String terms,
        @Nullable @Valid LegalBasis legalBasis,
        @Nullable @Valid IssuingAuthority authority,
        @Nullable @Size(max = 5000) String proportionality,
        @Nullable @Size(max = 5000) String lighterMeasure,

        @Nullable @Size(max = 250)
        List<
                        @NotNull @Size(max = 6)
                        @Pattern(regexp = "[A-Z]{2}(-[A-Z0-9]{1,3})?", message = "must be an ISO 3166 code") String>
                territorialScope,

        @Nullable @Size(max = 2000) String redress) {}
