// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a request, or with one of the many that a batch holds. */
public final class RequestProblems {

    private RequestProblems() {}

    /** JSON that is not well formed, or does not read as what it should be. */
    public static Problem of(JsonProcessingException exception) {
        return exception instanceof JsonMappingException mapping
                ? Problem.invalid(JsonPlaces.pointer(mapping), JsonPlaces.explain(mapping))
                : Problem.of(400, "malformed-json", "The body is not well-formed JSON", JsonPlaces.where(exception))
                        .at(List.of(new Problem.Place("", JsonPlaces.explain(exception))));
    }

    /** Values that are not as they must be, every place of them. */
    public static Problem of(Collection<? extends ConstraintViolation<?>> violations) {
        return Problem.invalid(violations.stream()
                .map(RequestProblems::place)
                .sorted(Comparator.comparing(Problem.Place::pointer)
                        .thenComparing(place -> place.detail().english()))
                .toList());
    }

    private static Problem.Place place(ConstraintViolation<?> violation) {
        Text detail = new Text(
                violation.getMessageTemplate(),
                violation.getMessage(),
                violation.getConstraintDescriptor().getAttributes());
        return new Problem.Place(JsonPlaces.of(violation), detail);
    }
}
