// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** What the answers of an API are made of: defined once, and only where the API answers so. */
final class ApiParts {

    static final String VERSION = "API-Version";
    static final String TAG = "ETag";

    private static final String RETRY = "Retry-After";
    private static final String TOO_MANY = "TooMany";
    private static final Set<String> REPEATABLE = Set.of("InProgress", "Conflict", TOO_MANY, "Unavailable");
    private static final long LONGEST_WAIT = Duration.ofDays(1).toSeconds();

    // A scheme and a host of 253 characters, which is all that DNS allows, with one of our paths.
    private static final int LONGEST_LOCATION = 1_000;
    // The words of two limits with the longest numbers that there are.
    private static final int LONGEST_LIMITS = 200;

    private ApiParts() {}

    /**
     * Defines what answers and creations refer to.
     *
     * @param used the names of the problems that operations refer to, and the tag if one does
     */
    static void define(Components components, Set<String> used) {
        components
                .addHeader(
                        "ApiVersion",
                        header(
                                "The version of the API that answers.",
                                text(ApiVersion.LONGEST).pattern(ApiVersion.FORM)))
                .addHeader("Location", header("Where the created resource is.", text(LONGEST_LOCATION)))
                .addHeader(
                        "IdempotencyReplayed",
                        header(
                                "true when this is the answer to an earlier request with the same key.",
                                createSchema().type(List.of(SchemaType.STRING)).addEnumeration("true")))
                .addParameter("IdempotencyKey", idempotencyKey());
        if (used.contains(TAG)) {
            components.addHeader(
                    TAG,
                    header(
                            "Names what you have; send it back in If-None-Match, or in If-Match when you change it.",
                            text(Revalidation.TAG_LENGTH + "\"\"".length())));
        }
        if (!Collections.disjoint(used, REPEATABLE)) {
            components.addHeader("RetryAfter", retryAfter());
        }
        if (used.contains(TOO_MANY)) {
            components
                    .addHeader(
                            "RateLimitPolicy",
                            header(
                                    "The limits that hold for you: q at once, all of which come back in w seconds.",
                                    text(LONGEST_LIMITS)))
                    .addHeader(
                            "RateLimit",
                            header(
                                    "The limit that was met: r are left, and as many as you asked for in t seconds.",
                                    text(LONGEST_LIMITS)));
        }
        problems().forEach((name, problem) -> {
            if (used.contains(name)) {
                components.addResponse(name, problem);
            }
        });
    }

    private static Map<String, APIResponse> problems() {
        Map<String, APIResponse> problems = new LinkedHashMap<>();
        problems.put("Invalid", problem("The request is not valid; errors name the places."));
        problems.put("Unauthenticated", problem("No token, or none that this service trusts."));
        problems.put("Forbidden", problem("None of the token's roles may do this, or it needs a person."));
        problems.put("NotFound", problem("There is no such resource, or it is not yours to see."));
        problems.put("InProgress", problem("A request with this Idempotency-Key is still being worked on."));
        problems.put(
                "Conflict",
                problem("The state does not allow it; an illegal transition names the state and what it allows."
                        + " With Retry-After: a request with this Idempotency-Key is still being worked on."));
        problems.put("Stale", problem("It is not what you have read: somebody has changed it since, or it is there."));
        problems.put("Unconditional", problem("Nothing says what is changed: If-Match is missing."));
        problems.put("TooLarge", problem("The body is longer than what is taken here."));
        problems.put("Unsupported", problem("Another media type is not read here."));
        problems.put(
                "UnsupportedFile",
                problem("This kind of file is not taken here, or it is not what its Content-Type says."));
        problems.put("OtherBody", problem("This Idempotency-Key came with another body before."));
        problems.put(
                TOO_MANY,
                problem("Your organisation has sent too many for now; repeat the same request after"
                                + " Retry-After seconds.")
                        .addHeader("RateLimit-Policy", ref("RateLimitPolicy"))
                        .addHeader("RateLimit", ref("RateLimit")));
        problems.put(
                "Refused",
                problem("HTTP itself refuses it, such as with 406 when Accept asks for what is not spoken here."));
        problems.put("Failed", problem("Something failed on our side; reference names it in our log."));
        problems.put(
                "Unavailable",
                problem("The database is away or busy; repeat the same request after Retry-After seconds."));
        problems.forEach((name, problem) -> {
            if (REPEATABLE.contains(name)) {
                problem.addHeader(RETRY, ref("RetryAfter"));
            }
        });
        return problems;
    }

    private static APIResponse problem(String description) {
        Schema problem = createSchema().ref("Problem");
        return createAPIResponse()
                .description(description)
                .addHeader(VERSION, ref("ApiVersion"))
                .content(createContent()
                        .addMediaType(Problem.MEDIA_TYPE, createMediaType().schema(problem)));
    }

    private static Header retryAfter() {
        return header(
                "Seconds to wait before repeating the same request.",
                createSchema()
                        .type(List.of(SchemaType.INTEGER))
                        .format("int32")
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(LONGEST_WAIT)));
    }

    private static Parameter idempotencyKey() {
        return createParameter()
                .name(Idempotency.HEADER)
                .in(Parameter.In.HEADER)
                .required(true)
                .description("Chosen by you, unique for each creation, visible ASCII; kept for 48 hours. The same key"
                        + " and body get the first answer again.")
                .schema(text(Idempotency.LONGEST_KEY).minLength(1))
                .example("5f0c2f1e-7d58-4c0e-9a53-0f8f3f1b9b77");
    }

    private static Schema text(int longest) {
        return createSchema().type(List.of(SchemaType.STRING)).maxLength(longest);
    }

    private static Header header(String description, Schema schema) {
        return createHeader().description(description).schema(schema);
    }

    private static Header ref(String name) {
        return createHeader().ref(name);
    }
}
