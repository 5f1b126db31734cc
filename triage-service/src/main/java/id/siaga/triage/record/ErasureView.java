// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was erased.
 *
 * @param complete whether that was all; otherwise the same request again erases more
 */
@Schema(name = "RecordErasure")
public record ErasureView(
        @Min(0) @Max(EraseTexts.AT_ONCE) int cases,
        @Min(0) @Max(EraseTexts.AT_ONCE) int texts,
        boolean complete) {}
