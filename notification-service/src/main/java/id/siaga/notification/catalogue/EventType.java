// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A type of event.
 *
 * @param name as patterns have it, {@code order.issued}
 * @param source the service that publishes it
 * @param readers which role is told it; what names a party is told to that party only
 * @param schema of its data
 * @param example of its data
 */
@RegisterForReflection // for Jackson, which writes it in the catalogue
record EventType(
        String name,
        String type,
        String source,
        String title,
        String description,
        List<String> readers,
        JsonNode schema,
        JsonNode example) {}
