// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.statement;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something was restricted, member by member as the DSA Transparency Database names it, in camel case.
 *
 * @param puid the locator's id, which is unique to the statement
 * @param decisionVisibility empty when it is the account that was restricted
 * @param illegalContentLegalGround with the ground of illegality: the law cited
 * @param incompatibleContentGround with the ground of terms: the one that the platform named
 * @param contentTypeOther with the content type of another kind: which
 * @param territorialScope ISO 3166 codes, of any country: where it was restricted, or was to be
 * @param applicationDate when the platform acted, UTC
 * @param endDate when the platform undid it, if it has, UTC
 */
public record StatementOfReasons(
        @Size(max = 36) String puid,
        @Size(max = 1) List<@Size(max = 100) String> decisionVisibility,
        @Size(max = 100) @Nullable String decisionAccount,
        @Size(max = 100) String decisionGround,
        @Size(max = 500) @Nullable String illegalContentLegalGround,
        @Size(max = 2000) @Nullable String illegalContentExplanation,
        @Size(max = 500) @Nullable String incompatibleContentGround,
        @Size(max = 2000) @Nullable String incompatibleContentExplanation,
        @Size(max = 2) List<@Size(max = 100) String> contentType,
        @Size(max = 500) @Nullable String contentTypeOther,
        @Size(max = 100) String category,
        @Size(max = 1) List<@Size(max = 100) String> categorySpecification,
        @Size(max = 250) List<@Size(max = 6) String> territorialScope,
        LocalDate applicationDate,
        @Nullable LocalDate endDate,
        @Size(max = 5000) String decisionFacts,
        @Size(max = 100) String sourceType,
        @Size(max = 3) String automatedDetection,
        @Size(max = 100) String automatedDecision) {}
