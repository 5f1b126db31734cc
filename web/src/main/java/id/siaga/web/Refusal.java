// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import java.util.Map;

/** A request that the domain refuses; each service has one sealed family of these. */
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    protected Refusal(Problem problem) {
        // No stack trace: a refusal is an answer, not a fault, and hot paths throw it.
        super(String.valueOf(problem.detail() == null ? problem.title() : problem.detail()), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** What the answer's head says beside its kind, such as {@code Retry-After}. */
    public Map<String, String> headers() {
        return Map.of();
    }
}
