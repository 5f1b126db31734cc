// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The supplements of a report, in the order of their receipt. */
@Schema(description = "What was added to a report, in the order of receipt.")
record SupplementList(List<SupplementView> supplements) {}
