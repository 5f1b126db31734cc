// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

/** A body that is not taken, whatever it holds. */
public final class BodyRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private BodyRefusal(Problem problem) {
        super(problem);
    }

    static BodyRefusal tooLarge(long most) {
        return new BodyRefusal(Problem.of(
                413, "too-large", "The body is too large", Text.of("At most {0} bytes are taken here.", most)));
    }

    /** Also what an endpoint says that takes a stream and has waited long enough. */
    public static BodyRefusal incomplete() {
        return new BodyRefusal(Problem.of(
                400, "body-incomplete", "The body did not come whole", "It ended or stalled before it was complete."));
    }
}
