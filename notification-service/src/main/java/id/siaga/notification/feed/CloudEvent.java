// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an event looks like; only told here, since its bytes are passed on as they are stored. */
@Schema(
        description =
                "CloudEvents 1.0 in structured mode, the same bytes as a webhook's; where there is a trace, its traceparent too.")
public record CloudEvent(
        @Schema(enumeration = "1.0") String specversion,

        @Schema(description = "The same for every repetition, and the webhook-id of webhooks.")
        UUID id,

        @Schema(description = "The service that published it.", examples = "/triage-service") @Size(max = 100)
        String source,

        @Schema(description = "What happened; GET /v1/event-types lists them.") @Size(max = 100)
        String type,

        @Schema(description = "What the event is about.") @Size(max = 100)
        String subject,

        @Schema(description = "When it happened.") Instant time,

        @Schema(enumeration = "application/json") String datacontenttype,

        @Schema(description = "The subject's version.") @Pattern(regexp = "[0-9]{1,19}") @Size(max = 19)
        String sequence,

        @Schema(description = "What joins the events of one matter.") @Size(max = 100)
        String correlationid,

        @Schema(description = "As the schema of the type says.")
        Map<String, Object> data) {}
