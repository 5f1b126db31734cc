// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

/** A standing that a party cannot be given. */
final class StandingRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private StandingRefusal(Problem problem) {
        super(problem);
    }

    /** Nobody has admitted a party of this name. */
    static StandingRefusal unknown() {
        return new StandingRefusal(Problem.notFound());
    }

    static StandingRefusal notFrom(Standing standing) {
        return new StandingRefusal(Problem.of(
                        409,
                        "illegal-transition",
                        "Not possible in this state",
                        Text.of("The party is {0}.", standing.name()))
                .with("state", standing.name())
                .with("allowed", standing.next().stream().map(Enum::name).toList()));
    }

    /** Who shuts itself out cannot let itself in again. */
    static StandingRefusal own() {
        return new StandingRefusal(Problem.of(
                409,
                "own-party",
                "Not of one's own party",
                "The operator's own party cannot be changed by itself. Let an operator of another party do it."));
    }
}
