// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.triage.order.answer.AnswersRequest;
import id.siaga.triage.record.Actor;
import id.siaga.web.Callers;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The door for many answers at once. */
@Path("/v1/orders/answers")
@RunOnVirtualThread
@Tag(name = "Orders")
public class AnswersResource {

    private static final int MULTI_STATUS = 207;

    private final AnswerOrders answers;
    private final Callers callers;

    AnswersResource(AnswerOrders answers, Callers callers) {
        this.answers = answers;
        this.callers = callers;
    }

    @POST
    @RolesAllowed("platform")
    @Operation(
            operationId = "answerOrders",
            summary = "Answer up to 1,000 orders",
            description = "Each answer is taken or refused for itself, as if it had been sent alone. The same answers"
                    + " again change nothing.")
    @APIResponse(
            responseCode = "207",
            description = "What became of each answer, in their order.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AnswersView.class)))
    public Response answer(@Valid @NotNull AnswersRequest request) {
        return Response.status(MULTI_STATUS)
                .entity(answers.answer(request.answers(), Actor.of(callers.current())))
                .build();
    }
}
