// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the API is about; who may call and how an error looks is the same for every service. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Siaga notification",
                        version = "1.0.0",
                        description =
                                "Webhooks for parties: register endpoints, verify what arrives, look up what became"
                                        + " of it. Every error is an RFC 9457 problem; its errors name the places that are"
                                        + " wrong.",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
        tags = {
            @Tag(name = "Endpoints", description = "Where a party receives webhooks."),
            @Tag(name = "Rehearsals", description = "Whether a party's receiver does what is right."),
            @Tag(name = "Deliveries", description = "What became of an endpoint's deliveries."),
            @Tag(name = "Recovery", description = "What an endpoint is told again, and what it missed."),
            @Tag(name = "Events", description = "What a party may know, for it to pull or to watch."),
            @Tag(name = "Event types", description = "What parties can be told, and what it looks like."),
            @Tag(name = "Parties", description = "Who is let in, and who said so."),
            @Tag(name = "Reconciliation", description = "What this service knows, so that others can compare it.")
        })
public class NotificationApi extends Application {}
