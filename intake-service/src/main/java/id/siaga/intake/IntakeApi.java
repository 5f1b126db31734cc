// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the API is about; who may call and how an error looks is the same for every service. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Siaga intake",
                        version = "1.0.0",
                        description = "Report harmful content and follow what becomes of it. Every error is an RFC 9457"
                                + " problem; its errors name the places that are wrong.",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
        tags = {
            @Tag(name = "Reports", description = "Statements that specific content is harmful."),
            @Tag(name = "Lists", description = "Codes that reports use, with their names."),
            @Tag(name = "Evidence", description = "Files that support a report."),
            @Tag(name = "Data protection", description = "What persons and courts may ask about the data of a report."),
            @Tag(name = "Content", description = "How links and texts are read."),
            @Tag(name = "Parties", description = "Who is let in, and who said so."),
            @Tag(name = "Reconciliation", description = "What this service knows, so that others can compare it.")
        })
public class IntakeApi extends Application {}
