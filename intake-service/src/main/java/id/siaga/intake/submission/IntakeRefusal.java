// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.web.Problem;
import id.siaga.web.Refusal;

/** What intake refuses. */
public abstract sealed class IntakeRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private IntakeRefusal(Problem problem) {
        super(problem);
    }

    /** A report or item that does not exist, or that the caller may not know of. */
    public static final class UnknownReport extends IntakeRefusal {

        private static final long serialVersionUID = 1L;

        UnknownReport() {
            super(Problem.notFound());
        }
    }
}
