// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import java.util.Map;

/** A creating request that cannot be answered under its key. */
final class IdempotencyRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    static final Problem OTHER_BODY = Problem.of(
            422,
            "idempotency-key-reused",
            "The key was used for another body",
            "This Idempotency-Key has created something from other bytes. Use a new key for a new request.");

    static final Problem IN_PROGRESS = Problem.of(
            409,
            "idempotency-in-progress",
            "The first request is still working",
            "A request with this Idempotency-Key is being worked on. Repeat this one after a second.");

    IdempotencyRefusal(Problem problem) {
        super(problem);
    }

    @Override
    public Map<String, String> headers() {
        return problem().equals(IN_PROGRESS) ? Map.of("Retry-After", "1") : Map.of();
    }
}
