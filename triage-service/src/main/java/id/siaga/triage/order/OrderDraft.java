// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import java.util.UUID;

/**
 * What an approved decision asks platforms for.
 *
 * @param urgent whether the short limits apply
 */
public record OrderDraft(
        UUID decisionId, UUID caseId, Instrument instrument, String category, boolean urgent, Grounds grounds) {}
