// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.answer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** One of many answers: what a platform did for one order, per locator. */
@RegisterForReflection // for Jackson; native builds find only what endpoints speak of
public record OrderAnswer(
        @NotNull UUID orderId, @NotEmpty @Size(max = 1000) List<AnswerRequest.@NotNull @Valid LocatorAnswer> results) {

    public AnswerRequest request() {
        return new AnswerRequest(results);
    }
}
