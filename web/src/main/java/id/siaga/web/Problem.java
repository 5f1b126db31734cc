// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 wants it.
 *
 * @param type a stable URI that names the kind of problem; docs/problems.md explains each
 * @param title the kind in a few words, the same for every occurrence
 * @param status the HTTP status
 * @param detail this occurrence, for the person who reads the log
 * @param errors the places that are wrong, when the problem is about the request's content
 * @param more further members, such as the allowed states of a refused transition
 */
@RegisterForReflection(ignoreNested = false) // for Jackson; native builds find only what endpoints speak of
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
        description = "An error as RFC 9457 wants it; some kinds carry further members.",
        requiredProperties = {"type", "title", "status"},
        additionalProperties = Schema.True.class)
public record Problem(
        @Schema(description = "A stable URI that names the kind of problem.", format = "uri", maxLength = 100)
        String type,

        @Schema(
                implementation = String.class,
                description = "In English or Indonesian, as Accept-Language prefers.",
                maxLength = Text.LONGEST)
        Text title,

        @Schema(minimum = "400", maximum = "599") int status,

        @Schema(
                implementation = String.class,
                description = "In English or Indonesian, as Accept-Language prefers.",
                maxLength = Text.LONGEST)
        @Nullable
        Text detail,

        @Schema(description = "The places that are wrong.", maxItems = Problem.MOST_ERRORS)
        List<Place> errors,

        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> more) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** How many places are named at most: whoever sends more errors than that learns of the others next time. */
    static final int MOST_ERRORS = 1_000;

    private static final String TYPE_PREFIX = "urn:siaga:problem:";

    public Problem {
        errors = errors.size() > MOST_ERRORS ? List.copyOf(errors.subList(0, MOST_ERRORS)) : errors;
    }

    /**
     * One wrong place.
     *
     * @param pointer an RFC 6901 pointer into the body, or {@code query:name}, {@code header:name}, {@code path:name}
     * @param detail what is wrong there
     */
    @Schema(
            name = "ProblemPlace",
            requiredProperties = {"pointer", "detail"})
    public record Place(
            @Schema(
                    description = "A JSON pointer into the body, or query:name, header:name, path:name.",
                    examples = "/items/0/url",
                    maxLength = Place.LONGEST_POINTER)
            String pointer,

            @Schema(description = "What is wrong there.", implementation = String.class, maxLength = Text.LONGEST)
            Text detail) {

        // Longer than any of ours: a name that the caller made up is cut.
        static final int LONGEST_POINTER = 500;

        public Place {
            pointer = Text.cut(pointer, LONGEST_POINTER);
        }

        public Place(String pointer, String detail) {
            this(pointer, Text.of(detail));
        }
    }

    /** A problem of a kind that needs no words about the occurrence. */
    public static Problem of(int status, String slug, String title) {
        return new Problem(TYPE_PREFIX + slug, Text.of(title), status, null, List.of(), Map.of());
    }

    public static Problem of(int status, String slug, String title, String detail) {
        return of(status, slug, title, Text.of(detail));
    }

    public static Problem of(int status, String slug, String title, Text detail) {
        return new Problem(TYPE_PREFIX + slug, Text.of(title), status, detail, List.of(), Map.of());
    }

    public static Problem invalid(List<Place> errors) {
        return of(400, "invalid-request", "The request is not valid").at(errors);
    }

    public static Problem invalid(String pointer, String detail) {
        return invalid(pointer, Text.of(detail));
    }

    public static Problem invalid(String pointer, Text detail) {
        return invalid(List.of(new Place(pointer, detail)));
    }

    public static Problem notFound() {
        return of(404, "not-found", "Not found", "There is no such resource, or it is not yours to see.");
    }

    public Problem at(List<Place> places) {
        return new Problem(type, title, status, detail, List.copyOf(places), more);
    }

    public Problem with(String member, Object value) {
        Map<String, Object> members = new TreeMap<>(more);
        members.put(member, value);
        return new Problem(type, title, status, detail, errors, members);
    }

    public Response response() {
        return responseBuilder().build();
    }

    public Response.ResponseBuilder responseBuilder() {
        return Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .header("Cache-Control", "no-store")
                .entity(this);
    }
}
