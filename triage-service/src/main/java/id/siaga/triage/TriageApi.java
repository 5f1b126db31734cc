// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the API is about; who may call and how an error looks is the same for every service. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Siaga triage",
                        version = "1.0.0",
                        description = "The duty desk: cases, decisions by two persons, orders to platforms and their"
                                + " answers. Every error is an RFC 9457 problem; its errors name the places that are"
                                + " wrong.",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
        tags = {
            @Tag(name = "Cases", description = "All reports on the same content, and all that was decided."),
            @Tag(name = "Decisions", description = "What one person proposes and another approves."),
            @Tag(
                    name = "Competences",
                    description = "Which authority may have what ordered away, under which article."),
            @Tag(name = "Orders", description = "Requests to platforms, and what they did."),
            @Tag(name = "Escalation", description = "Letters when a platform is late, and what they impose."),
            @Tag(
                    name = "Platforms",
                    description = "Who answers for a platform, how it is reached, and what it has promised."),
            @Tag(name = "Tasks", description = "What the desk has to look at."),
            @Tag(name = "Appeals", description = "Against orders, by platforms and by owners of content."),
            @Tag(name = "Record", description = "What was done, in chains that nobody can rewrite unseen."),
            @Tag(name = "Stream", description = "What happens at the desk, as it happens."),
            @Tag(name = "Shifts", description = "Who is on duty at the desk."),
            @Tag(name = "Statistics", description = "How long it takes, and how often somebody was right."),
            @Tag(name = "Clock policies", description = "How long who has for what."),
            @Tag(name = "Election windows", description = "When and where the short limits hold for everything."),
            @Tag(name = "Outages", description = "When Siaga was not there, so that nobody is late by it."),
            @Tag(name = "Parties", description = "Who is let in, and who said so."),
            @Tag(name = "Reconciliation", description = "What this service knows, so that others can compare it.")
        })
public class TriageApi extends Application {}
