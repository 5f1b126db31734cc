// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createHeader;
import static org.eclipse.microprofile.openapi.OASFactory.createParameter;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** What each operation answers beside its success: the problems it can meet, told from its shape, and the headers. */
final class ApiAnswers {

    private static final String CREATED = "201";
    private static final String UNCHANGED = "304";
    private static final String MANY = "207";
    private static final String CONDITION = "If-Match";
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";

    private final Set<String> limited;
    private final Set<String> used = new HashSet<>();

    /**
     * Writes answers.
     *
     * @param limited the ids of the operations that may be answered 429
     */
    ApiAnswers(Set<String> limited) {
        this.limited = limited;
    }

    void complete(OpenAPI document) {
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(path, method, operation)));
        ApiParts.define(document.getComponents(), used);
    }

    private void complete(String path, HttpMethod method, Operation operation) {
        APIResponses answers = operation.getResponses();
        answers.getAPIResponses()
                .values()
                .forEach(success -> success.addHeader(ApiParts.VERSION, header("ApiVersion")));
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
        if (operation.getRequestBody() != null || takesMoreThanIds(operation)) {
            answers.addAPIResponse("400", problem("Invalid"));
        }
        if (aboutOne) {
            answers.addAPIResponse("404", problem("NotFound"));
        }
        answers.addAPIResponse("401", problem("Unauthenticated"));
        answers.addAPIResponse("403", problem("Forbidden"));
        APIResponse unchanged = answers.getAPIResponse(UNCHANGED);
        if (unchanged != null) {
            used.add(ApiParts.TAG);
            Stream.of(answers.getAPIResponse("200"), unchanged)
                    .forEach(answer -> answer.addHeader(ApiParts.TAG, header(ApiParts.TAG)));
        }
        if (edits(operation)) {
            used.add(ApiParts.TAG);
            Stream.of(answers.getAPIResponse("200"), created)
                    .filter(Objects::nonNull)
                    .forEach(answer -> answer.addHeader(ApiParts.TAG, header(ApiParts.TAG)));
            answers.addAPIResponse("412", problem("Stale"));
            answers.addAPIResponse("428", problem("Unconditional"));
        }
        if (limited.contains(operation.getOperationId())) {
            answers.addAPIResponse("429", problem("TooMany"));
        }
        answers.addAPIResponse("4XX", problem("Refused"));
        answers.addAPIResponse("500", problem("Failed"));
        if (answers.getAPIResponse("503") == null) {
            answers.addAPIResponse("503", problem("Unavailable"));
        }
        operation.setResponses(sorted(answers));
    }

    private static boolean edits(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null && parameters.stream().anyMatch(one -> CONDITION.equals(one.getName()));
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

    /** A path with what is no UUID where one must be is no path of ours: 404. */
    private static boolean takesMoreThanIds(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null
                && parameters.stream()
                        .anyMatch(one -> one.getIn() != Parameter.In.PATH
                                || one.getSchema().getRef() == null);
    }

    private static APIResponses sorted(APIResponses answers) {
        APIResponses sorted = createAPIResponses();
        new TreeMap<>(answers.getAPIResponses()).forEach(sorted::addAPIResponse);
        return sorted;
    }

    private APIResponse problem(String name) {
        used.add(name);
        return createAPIResponse().ref(name);
    }

    private static Header header(String name) {
        return createHeader().ref(name);
    }
}
