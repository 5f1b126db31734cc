// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake;

import id.siaga.web.Problem;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What all operations of the API share: who may call, and how an error looks. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Siaga intake",
                        version = "1.0.0",
                        description = "Report harmful content and follow what becomes of it. Every error is an RFC 9457"
                                + " problem; its errors name the places that are wrong.",
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
        tags = @Tag(name = "Reports", description = "Statements that specific content is harmful."),
        security = @SecurityRequirement(name = "token"),
        components =
                @Components(
                        securitySchemes =
                                @SecurityScheme(
                                        securitySchemeName = "token",
                                        type = SecuritySchemeType.HTTP,
                                        scheme = "bearer",
                                        bearerFormat = "JWT",
                                        description = "An access token for the audience intake-service; its claims say"
                                                + " for which party it acts and with which roles."),
                        responses = {
                            @APIResponse(
                                    name = IntakeApi.INVALID,
                                    description = "The request is not valid; errors name the places.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class),
                                                    examples =
                                                            @ExampleObject(
                                                                    name = "no content",
                                                                    value = IntakeApi.INVALID_EXAMPLE))),
                            @APIResponse(
                                    name = IntakeApi.UNAUTHENTICATED,
                                    description = "No token, or none that this service trusts.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = IntakeApi.FORBIDDEN,
                                    description = "None of the token's roles may do this.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = IntakeApi.NOT_FOUND,
                                    description = "There is no such report, or it is not yours to see.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = IntakeApi.IN_PROGRESS,
                                    description = "A request with this Idempotency-Key is still being worked on.",
                                    headers =
                                            @Header(
                                                    name = "Retry-After",
                                                    description = "Seconds to wait.",
                                                    schema = @Schema(type = SchemaType.INTEGER)),
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = IntakeApi.UNSUPPORTED,
                                    description = "Only application/json is read here.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = IntakeApi.OTHER_BODY,
                                    description = "This Idempotency-Key came with another body before.",
                                    content =
                                            @Content(
                                                    mediaType = Problem.MEDIA_TYPE,
                                                    schema = @Schema(implementation = Problem.class)))
                        }))
public class IntakeApi extends Application {

    public static final String INVALID = "Invalid";
    public static final String UNAUTHENTICATED = "Unauthenticated";
    public static final String FORBIDDEN = "Forbidden";
    public static final String NOT_FOUND = "NotFound";
    public static final String IN_PROGRESS = "InProgress";
    public static final String UNSUPPORTED = "Unsupported";
    public static final String OTHER_BODY = "OtherBody";

    static final String INVALID_EXAMPLE = """
            {"type":"urn:siaga:problem:invalid-request","title":"The request is not valid","status":400,\
            "errors":[{"pointer":"/items/0","detail":"must have exactly one of url and text"}]}""";
}
