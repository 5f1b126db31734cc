// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage;

import id.siaga.web.Problem;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What all operations of the API share: who may call, and how an error looks. */
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
            @Tag(name = "Orders", description = "Requests to platforms, and what they did.")
        },
        security = @SecurityRequirement(name = "token"),
        components =
                @Components(
                        securitySchemes =
                                @SecurityScheme(
                                        securitySchemeName = "token",
                                        type = SecuritySchemeType.HTTP,
                                        scheme = "bearer",
                                        bearerFormat = "JWT",
                                        description = "An access token for the audience triage-service; its claims say"
                                                + " for which party it acts, with which roles, and whether a person"
                                                + " holds it."),
                        responses = {
                            @APIResponse(
                                    name = "Invalid",
                                    description = "The request is not valid; errors name the places.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Unauthenticated",
                                    description = "No token, or none that this service trusts.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Forbidden",
                                    description = "None of the token's roles may do this, or it needs a person.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "NotFound",
                                    description = "There is no such resource, or it is not yours to see.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "Conflict",
                                    description = "The state does not allow it; an illegal transition names the state"
                                            + " and what it allows.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class)))
                        }))
public class TriageApi extends Application {}
