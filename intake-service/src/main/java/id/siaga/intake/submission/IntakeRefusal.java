// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.web.Problem;
import id.siaga.web.Refusal;
import id.siaga.web.Text;
import java.util.List;

/** What intake refuses. */
public abstract sealed class IntakeRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private IntakeRefusal(Problem problem) {
        super(problem);
    }

    /** A report or item that does not exist, or that the caller may not know of. */
    public static final class UnknownReport extends IntakeRefusal {

        private static final long serialVersionUID = 1L;

        public UnknownReport() {
            super(Problem.notFound());
        }
    }

    /** A binding measure that somebody asks for who is no authority. */
    public static final class OnlyAuthorities extends IntakeRefusal {

        private static final long serialVersionUID = 1L;

        OnlyAuthorities() {
            super(Problem.of(403, "forbidden", "Not allowed", "Only an authority may ask for an ORDER.")
                    .at(List.of(new Problem.Place("/requestedMeasure/instrument", "needs the role authority"))));
        }
    }

    /** An item that the desk has finished with. */
    public static final class Finished extends IntakeRefusal {

        private static final long serialVersionUID = 1L;

        Finished(int number, ItemStatus status) {
            super(Problem.of(
                            409,
                            "illegal-transition",
                            "The state does not allow it",
                            Text.of("Item {0} is {1} and cannot be withdrawn.", number, status))
                    .with("state", status)
                    .with("allowed", List.of()));
        }
    }

    /** An item that its own reporter has taken back. */
    public static final class Withdrawn extends IntakeRefusal {

        private static final long serialVersionUID = 1L;

        Withdrawn() {
            super(Problem.of(
                            409,
                            "illegal-transition",
                            "The state does not allow it",
                            "Nothing can be added to an item that was withdrawn. Report it anew.")
                    .with("state", ItemStatus.WITHDRAWN)
                    .with("allowed", List.of()));
        }
    }

    /** Data that a legal hold keeps. */
    public static final class Held extends IntakeRefusal {

        private static final long serialVersionUID = 1L;

        Held() {
            super(Problem.of(
                    409,
                    "legal-hold",
                    "A legal hold keeps it",
                    "Nothing of this report may be erased until the hold ends."));
        }
    }
}
