// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** What each operation answers beside its success: the problems it can meet, told from its shape, and the headers. */
final class ApiAnswers {

    private static final String CREATED = "201";
    private static final String UNCHANGED = "304";
    private static final String MANY = "207";
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String VERSION = "API-Version";
    private static final String RETRY = "Retry-After";

    private final Set<String> limited;

    /**
     * Writes answers.
     *
     * @param limited the ids of the operations that may be answered 429
     */
    ApiAnswers(Set<String> limited) {
        this.limited = limited;
    }

    void complete(OpenAPI document) {
        define(document.getComponents());
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(path, method, operation)));
    }

    private void complete(String path, HttpMethod method, Operation operation) {
        APIResponses answers = operation.getResponses();
        answers.getAPIResponses().values().forEach(success -> success.addHeader(VERSION, header("ApiVersion")));
        boolean aboutOne = path.contains("{");
        APIResponse created = answers.getAPIResponse(CREATED);
        APIResponse many = answers.getAPIResponse(MANY);
        boolean imports = takes(operation, NDJSON);
        if (created != null) {
            created.addHeader("Location", header("Location"));
        }
        if (created != null && method == HttpMethod.PUT) {
            // Its path says what is created: repeating it needs no key.
            answers.addAPIResponse("409", problem("Conflict"));
        } else if (created != null || many != null || imports) {
            operation.addParameter(createParameter().ref("IdempotencyKey"));
        }
        if (method != HttpMethod.PUT && (created != null || many != null)) {
            Stream.of(created, many)
                    .filter(Objects::nonNull)
                    .forEach(answer -> answer.addHeader("Idempotency-Replayed", header("IdempotencyReplayed")));
            answers.addAPIResponse("409", problem(aboutOne ? "Conflict" : "InProgress"));
            answers.addAPIResponse("422", problem("OtherBody"));
        } else if (aboutOne && method == HttpMethod.POST) {
            answers.addAPIResponse("409", problem("Conflict"));
        }
        if (operation.getRequestBody() != null) {
            answers.addAPIResponse("413", problem("TooLarge"));
            answers.addAPIResponse("415", problem(takesOnlyText(operation) ? "Unsupported" : "UnsupportedFile"));
        }
        if (operation.getRequestBody() != null || takesMoreThanItsPath(operation)) {
            answers.addAPIResponse("400", problem("Invalid"));
        }
        if (aboutOne) {
            answers.addAPIResponse("404", problem("NotFound"));
        }
        answers.addAPIResponse("401", problem("Unauthenticated"));
        answers.addAPIResponse("403", problem("Forbidden"));
        APIResponse unchanged = answers.getAPIResponse(UNCHANGED);
        if (unchanged != null) {
            Stream.of(answers.getAPIResponse("200"), unchanged)
                    .forEach(answer -> answer.addHeader(
                            "ETag", header("Names what you have; send it back in If-None-Match.", SchemaType.STRING)));
        }
        if (limited.contains(operation.getOperationId())) {
            answers.addAPIResponse("429", problem("TooMany"));
        }
        operation.setResponses(sorted(answers));
    }

    private static boolean takesOnlyText(Operation operation) {
        Content content = operation.getRequestBody().getContent();
        return content == null
                || Set.of(JSON, NDJSON).containsAll(content.getMediaTypes().keySet());
    }

    private static boolean takes(Operation operation, String type) {
        return operation.getRequestBody() != null
                && operation.getRequestBody().getContent() != null
                && operation.getRequestBody().getContent().getMediaTypes().containsKey(type);
    }

    private static boolean takesMoreThanItsPath(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null && parameters.stream().anyMatch(one -> one.getIn() != Parameter.In.PATH);
    }

    private static APIResponses sorted(APIResponses answers) {
        APIResponses sorted = createAPIResponses();
        new TreeMap<>(answers.getAPIResponses()).forEach(sorted::addAPIResponse);
        return sorted;
    }

    private static APIResponse problem(String name) {
        return createAPIResponse().ref(name);
    }

    private static Header header(String name) {
        return createHeader().ref(name);
    }

    private void define(Components components) {
        components
                .addHeader("ApiVersion", header("The version of the API that answers.", SchemaType.STRING))
                .addHeader("Location", header("Where the created resource is.", SchemaType.STRING))
                .addHeader(
                        "IdempotencyReplayed",
                        header(
                                "true when this is the answer to an earlier request with the same key.",
                                SchemaType.STRING))
                .addHeader(
                        "RetryAfter", header("Seconds to wait before repeating the same request.", SchemaType.INTEGER))
                .addParameter("IdempotencyKey", idempotencyKey())
                .addResponse("Invalid", answer("The request is not valid; errors name the places."))
                .addResponse("Unauthenticated", answer("No token, or none that this service trusts."))
                .addResponse("Forbidden", answer("None of the token's roles may do this, or it needs a person."))
                .addResponse("NotFound", answer("There is no such resource, or it is not yours to see."))
                .addResponse(
                        "InProgress",
                        answer("A request with this Idempotency-Key is still being worked on.")
                                .addHeader(RETRY, header("RetryAfter")))
                .addResponse(
                        "Conflict",
                        answer("The state does not allow it; an illegal transition names the state and what it allows."
                                        + " With Retry-After: a request with this Idempotency-Key is still being"
                                        + " worked on.")
                                .addHeader(RETRY, header("RetryAfter")))
                .addResponse("TooLarge", answer("The body is longer than what is taken here."))
                .addResponse("Unsupported", answer("Another media type is not read here."))
                .addResponse(
                        "UnsupportedFile",
                        answer("This kind of file is not taken here, or it is not what its Content-Type says."))
                .addResponse("OtherBody", answer("This Idempotency-Key came with another body before."));
        if (!limited.isEmpty()) {
            defineLimits(components);
        }
    }

    private static void defineLimits(Components components) {
        components
                .addHeader(
                        "RateLimitPolicy",
                        header(
                                "The limits that hold for you: q at once, all of which come back in w seconds.",
                                SchemaType.STRING))
                .addHeader(
                        "RateLimit",
                        header(
                                "The limit that was met: r are left, and as many as you asked for in t seconds.",
                                SchemaType.STRING))
                .addResponse(
                        "TooMany",
                        answer("Your organisation has sent too many for now; repeat the same request after"
                                        + " Retry-After seconds.")
                                .addHeader(RETRY, header("RetryAfter"))
                                .addHeader("RateLimit-Policy", header("RateLimitPolicy"))
                                .addHeader("RateLimit", header("RateLimit")));
    }

    private static Parameter idempotencyKey() {
        Schema schema = createSchema().type(List.of(SchemaType.STRING));
        return createParameter()
                .name(Idempotency.HEADER)
                .in(Parameter.In.HEADER)
                .required(true)
                .description("Chosen by you, unique for each creation, visible ASCII; kept for 48 hours. The same key"
                        + " and body get the first answer again.")
                .schema(schema.minLength(1).maxLength(Idempotency.LONGEST_KEY))
                .example("5f0c2f1e-7d58-4c0e-9a53-0f8f3f1b9b77");
    }

    private static APIResponse answer(String description) {
        Schema problem = createSchema().ref("Problem");
        return createAPIResponse()
                .description(description)
                .addHeader(VERSION, header("ApiVersion"))
                .content(createContent()
                        .addMediaType(Problem.MEDIA_TYPE, createMediaType().schema(problem)));
    }

    private static Header header(String description, SchemaType type) {
        return createHeader().description(description).schema(createSchema().type(List.of(type)));
    }
}
