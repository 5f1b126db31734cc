// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.catalogue;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A type of event, in short. */
@Schema(description = "A type of event.")
public record EventTypeView(
        @Schema(description = "As patterns name it.", examples = "order.issued") @Size(max = 100)
        String name,

        @Schema(description = "As events carry it.", examples = "id.siaga.order.issued.v1") @Size(max = 100)
        String type,

        @Schema(description = "The service that publishes it.", examples = "/triage-service") @Size(max = 100)
        String source,

        @Schema(description = "What it is about and who is told.") @Size(max = 2000)
        String description,

        @Schema(
                description =
                        "The roles of those that are told. What is for partners is told to all of them, everything"
                                + " else to the one party that it concerns; desk is who runs it, owner the endpoint's owner.",
                examples = "[\"platform\"]")
        @Size(max = 10)
        List<@Size(max = 20) String> readers) {

    static EventTypeView of(EventType type) {
        return new EventTypeView(type.name(), type.type(), type.source(), type.description(), type.readers());
    }
}
