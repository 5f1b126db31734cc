// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A type of event, with what its data looks like. */
public record EventTypeDetails(
        EventTypeView eventType,

        @Schema(
                implementation = Map.class,
                description = "The JSON Schema (2020-12) of the data. It only ever grows: ignore what you do not know.")
        JsonNode schema,

        @Schema(implementation = Map.class, description = "Data as it may be.")
        JsonNode example) {

    static EventTypeDetails of(EventType type) {
        return new EventTypeDetails(EventTypeView.of(type), type.schema(), type.example());
    }
}
