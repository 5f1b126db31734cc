// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.allowance;

import id.siaga.web.Problem;
import id.siaga.web.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** A request that comes too soon after too many others: 429. */
public final class AllowanceRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient Taking taking;

    AllowanceRefusal(Taking taking) {
        super(problem(taking));
        this.taking = taking;
    }

    /** How long to wait until as many could be taken. */
    public Duration delay() {
        return Duration.ofSeconds(taking.delaySeconds());
    }

    String limit() {
        return taking.exhausted().policy().name();
    }

    @Override
    public Map<String, String> headers() {
        return Map.of(
                "Retry-After",
                String.valueOf(taking.delaySeconds()),
                "RateLimit-Policy",
                taking.standings().stream()
                        .map(Taking.Standing::policy)
                        .map(one -> "\"%s\";q=%d;w=%d".formatted(one.name(), one.most(), one.window()))
                        .collect(Collectors.joining(", ")),
                "RateLimit",
                "\"%s\";r=%d;t=%d".formatted(limit(), taking.exhausted().left(), taking.delaySeconds()));
    }

    private static Problem problem(Taking taking) {
        Policy policy = taking.exhausted().policy();
        Problem problem =
                switch (policy) {
                    case Policy.Rate rate ->
                        Problem.of(
                                429,
                                "rate-limited",
                                "Too many at once",
                                taking.asked() > rate.most()
                                        ? "This is more than is ever taken at once. Send less at a time."
                                        : "Your organisation sends faster than agreed. Repeat this after a while.");
                    case Policy.Quota quota ->
                        Problem.of(
                                429,
                                "quota-exceeded",
                                "The quota of the day is used up",
                                "Your organisation has sent what was agreed for a day. Repeat this tomorrow, or ask for"
                                        + " more.");
                };
        return problem.with("limit", policy.most())
                .with("windowSeconds", policy.window())
                .with("remaining", taking.exhausted().left())
                .with("retryAfterSeconds", taking.delaySeconds());
    }
}
