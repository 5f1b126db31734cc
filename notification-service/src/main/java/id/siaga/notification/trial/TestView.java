// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.trial;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A test event on its way. */
public record TestView(
        @Schema(description = "The webhook-id that will be sent.")
        UUID eventId,

        @Schema(description = "By which the endpoint's deliveries and attempts name it.")
        UUID deliveryId,

        UUID endpointId,

        @Size(max = 100) String eventType,

        Instant requestedAt) {}
