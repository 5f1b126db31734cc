// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where an exception becomes an answer; no answer ever carries a stack trace or a class name. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refusal(Refusal refusal) {
        Response.ResponseBuilder answer = refusal.problem().responseBuilder();
        refusal.headers().forEach(answer::header);
        return answer.build();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException exception) {
        return RequestProblems.of(exception.getConstraintViolations()).response();
    }

    // The framework maps this very type itself, and tells its caller the class that it could not make.
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException exception) {
        return mapping(exception);
    }

    @ServerExceptionMapper
    Response mapping(JsonMappingException exception) {
        return RequestProblems.of(exception).response();
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException exception) {
        return RequestProblems.of(exception).response();
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException exception) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    Response unauthenticated(AuthenticationFailedException exception) {
        return unauthenticated();
    }

    private static Response unauthenticated() {
        return Problem.of(401, "unauthenticated", "A valid token is needed", "Send a bearer token of this service.")
                .responseBuilder()
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException exception) {
        String detail =
                exception.getMessage() == null ? "None of the token's roles may do this." : exception.getMessage();
        return Problem.of(403, "forbidden", "Not allowed", detail).response();
    }

    @ServerExceptionMapper
    Response http(WebApplicationException exception) {
        for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonMappingException mapping) {
                return mapping(mapping);
            }
            if (cause instanceof JsonProcessingException json) {
                return json(json);
            }
            if (cause instanceof Refusal refusal) {
                return refusal(refusal);
            }
        }
        int status = exception.getResponse().getStatus();
        Response.ResponseBuilder answer = HttpProblems.of(status).responseBuilder();
        if (exception instanceof NotAllowedException) {
            answer.header("Allow", exception.getResponse().getHeaderString("Allow"));
        }
        return answer.build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable fault) {
        // The reference joins what the caller saw with the log line that explains it.
        String reference = UUID.randomUUID().toString();
        if (Outage.isCauseOf(fault)) {
            LOG.warnf("Request met an outage of the database, reference %s: %s", reference, fault);
            return unavailable(reference);
        }
        LOG.errorf(fault, "Request failed, reference %s", reference);
        return Problem.of(500, "internal", "Something failed on our side", "Nothing was changed. Try again.")
                .with("reference", reference)
                .response();
    }

    /** A connection may break after what it committed: nobody here knows. */
    private static Response unavailable(String reference) {
        return Problem.of(
                        503,
                        "unavailable",
                        "Not available at the moment",
                        "Whether it was done is not known. Send the same request again, with the same Idempotency-Key.")
                .with("reference", reference)
                .responseBuilder()
                .header("Retry-After", Outage.RETRY_AFTER)
                .build();
    }
}
