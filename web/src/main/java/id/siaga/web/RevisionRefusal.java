// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

/** An edit of what its caller has not seen. */
final class RevisionRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    static final Problem UNCONDITIONAL = Problem.of(
            428,
            "condition-required",
            "Say what you change",
            "Send the ETag of what you have read as If-Match, or If-None-Match: * to add what is not there.");

    static final Problem STALE = Problem.of(
            412,
            "changed-meanwhile",
            "It is not what you have read",
            "Somebody has changed it since, or it is there already. Read it again.");

    RevisionRefusal(Problem problem) {
        super(problem);
    }
}
