// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an approved decision asks platforms for.
 *
 * @param urgent whether the short limits apply
 */
public record OrderDraft(
        UUID decisionId,
        UUID caseId,
        Instrument instrument,
        String category,
        boolean urgent,
        String reasons,
        @Nullable LegalBasis legalBasis,
        @Nullable String proportionality,
        List<String> territorialScope,
        @Nullable String redress) {}
