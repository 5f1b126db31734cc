// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.batch;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reports, each of which is taken or refused for itself; so they are not yet read as reports here. */
@Schema(description = "Up to 1,000 reports, each taken or refused for itself.")
record BatchRequest(
        @Schema(description = "Each is a ReportRequest, as it would be sent alone.") @NotEmpty @Size(max = 1000)
        List<@NotNull JsonNode> reports) {}
