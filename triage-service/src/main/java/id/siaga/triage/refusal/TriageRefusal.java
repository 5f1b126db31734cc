// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.refusal;

import id.siaga.web.Problem;
import id.siaga.web.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The one family of what the desk refuses. */
public abstract sealed class TriageRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private TriageRefusal(Problem problem) {
        super(problem);
    }

    /** There is no such object, or it belongs to another party: the two look the same. */
    public static final class NotFound extends TriageRefusal {
        private static final long serialVersionUID = 1L;

        public NotFound() {
            super(Problem.notFound());
        }
    }

    /** The state machine has no such way; names the state and the states that can follow it. */
    public static final class IllegalTransition extends TriageRefusal {
        private static final long serialVersionUID = 1L;

        public IllegalTransition(String what, Enum<?> state, List<? extends Enum<?>> allowed) {
            super(Problem.of(
                            409, "illegal-transition", "Not possible in this state", what + " is " + state.name() + ".")
                    .with("state", state.name())
                    .with("allowed", allowed.stream().map(Enum::name).toList()));
        }
    }

    /** Somebody tries to approve what they proposed themselves. */
    public static final class OwnProposal extends TriageRefusal {
        private static final long serialVersionUID = 1L;

        public OwnProposal() {
            super(Problem.of(
                    409, "own-proposal", "A second person must approve", "You proposed this decision yourself."));
        }
    }

    /** The approver's organisation reported in the case. */
    public static final class OrganisationReported extends TriageRefusal {
        private static final long serialVersionUID = 1L;

        public OrganisationReported() {
            super(Problem.of(
                    409,
                    "organisation-reported",
                    "A disinterested organisation must approve",
                    "Your organisation reported in this case."));
        }
    }

    /** The case is flagged as protected expression, and proposer and approver are of one organisation. */
    public static final class SameOrganisation extends TriageRefusal {
        private static final long serialVersionUID = 1L;

        public SameOrganisation() {
            super(Problem.of(
                    409,
                    "same-organisation",
                    "Another organisation must approve",
                    "The case is flagged as protected expression, and your organisation proposed the decision."));
        }
    }

    /** Somebody would judge what they did themselves. */
    public static final class TookPart extends TriageRefusal {
        private static final long serialVersionUID = 1L;

        public TookPart() {
            super(Problem.of(
                    409, "took-part", "Somebody who took no part must judge this", "You took part in this decision."));
        }
    }

    /** Nobody has weighed why the platform refuses. */
    public static final class RefusalNotWeighed extends TriageRefusal {
        private static final long serialVersionUID = 1L;

        public RefusalNotWeighed() {
            super(Problem.of(
                    409,
                    "refusal-not-weighed",
                    "The platform's reasons must be weighed first",
                    "The platform has refused, and the task WEIGH_REFUSAL of its order is open."));
        }
    }

    /** The directory has a platform of this code. */
    public static final class PlatformKnown extends TriageRefusal {
        private static final long serialVersionUID = 1L;

        public PlatformKnown() {
            super(Problem.of(
                    409,
                    "platform-known",
                    "The directory has this platform",
                    "What it says of a platform is changed by whoever has read it."));
        }
    }

    /** An order is issued without a second person only where lives are at stake. */
    public static final class NoEmergency extends TriageRefusal {
        private static final long serialVersionUID = 1L;

        public NoEmergency() {
            super(Problem.of(
                    409,
                    "no-emergency",
                    "This can wait for a second person",
                    "Only an ORDER about a threat to life or a terrorist live stream is issued at once."));
        }
    }

    /** The case has no content with a locator on a platform of the directory. */
    public static final class NoLocator extends TriageRefusal {
        private static final long serialVersionUID = 1L;

        public NoLocator() {
            super(Problem.of(
                    409,
                    "no-locator",
                    "There is nobody to ask",
                    "No content of this case has a locator on a platform of the directory."));
        }
    }

    /** A key belongs to another case, which has a history of its own. */
    public static final class ContentOfAnotherCase extends TriageRefusal {

        private static final long serialVersionUID = 1L;

        public ContentOfAnotherCase(UUID other) {
            super(Problem.of(
                            409,
                            "content-of-another-case",
                            "The other key has a case of its own",
                            "Two cases are not joined by an alias.")
                    .with("caseId", other.toString()));
        }
    }

    /** Platforms were asked about the case that is to move. */
    public static final class CaseWasOrdered extends TriageRefusal {

        private static final long serialVersionUID = 1L;

        public CaseWasOrdered() {
            super(Problem.of(
                    409,
                    "case-was-ordered",
                    "Platforms were asked about this case",
                    "Merge the other case into this one instead."));
        }
    }

    /** Something that was done since joins the two cases for good. */
    public static final class CasesJoined extends TriageRefusal {

        private static final long serialVersionUID = 1L;

        public CasesJoined() {
            super(Problem.of(
                    409,
                    "cases-joined",
                    "The cases cannot be told apart any longer",
                    "An order names what was merged, or an alias says that it is the same content."));
        }
    }

    /** A person begins a shift while being on duty. */
    public static final class AlreadyOnDuty extends TriageRefusal {

        private static final long serialVersionUID = 1L;

        public AlreadyOnDuty() {
            super(Problem.of(
                    409, "already-on-duty", "You are on duty already", "Prolong your shift, or hand it over first."));
        }
    }

    /** A shift is another person's, or over. */
    public static final class NotOnDuty extends TriageRefusal {

        private static final long serialVersionUID = 1L;

        public NotOnDuty() {
            super(Problem.of(
                    409, "not-on-duty", "Nobody counts on this shift", "It is another person's, or it is over."));
        }
    }

    /** A colleague works on the case. */
    public static final class ClaimedByAnother extends TriageRefusal {

        private static final long serialVersionUID = 1L;

        public ClaimedByAnother(String by, Instant endsAt) {
            super(Problem.of(
                            409,
                            "claimed-by-another",
                            "A colleague works on this case",
                            "Wait until the claim ends, or take the case over and give a reason.")
                    .with("by", by)
                    .with("endsAt", endsAt.toString()));
        }
    }

    /** Another decision of the case waits for its approver. */
    public static final class DecisionPending extends TriageRefusal {
        private static final long serialVersionUID = 1L;

        public DecisionPending() {
            super(Problem.of(
                    409, "decision-pending", "Another decision is open", "Approve or return the open proposal first."));
        }
    }

    /** The case changed after the proposal, so that the decision lacks what it now needs. */
    public static final class IncompleteDecision extends TriageRefusal {
        private static final long serialVersionUID = 1L;

        public IncompleteDecision(List<Problem.Place> missing) {
            super(Problem.of(
                            409,
                            "incomplete-decision",
                            "The decision lacks what the case now needs",
                            "Return it with this reason, so that it is proposed again.")
                    .at(missing));
        }
    }

    /** A locator was answered already, and differently. */
    public static final class ResultDiffers extends TriageRefusal {
        private static final long serialVersionUID = 1L;

        public ResultDiffers(String pointer) {
            super(Problem.of(
                            409,
                            "result-differs",
                            "This locator has another answer",
                            "An answer is not changed; nothing of this request was taken.")
                    .at(List.of(new Problem.Place(pointer, "was answered differently before"))));
        }
    }

    /** As many watch the desk in this replica as may. */
    public static final class StreamsFull extends TriageRefusal {

        private static final long serialVersionUID = 1L;

        public StreamsFull() {
            super(Problem.of(
                    503, "streams-full", "Too many watch the desk here", "Come again in a while, or read the lists."));
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("Retry-After", "5");
        }
    }

    /** The order has waited as often as it may; a further time is for an officer to allow. */
    public static final class PauseNeedsConsent extends TriageRefusal {
        private static final long serialVersionUID = 1L;

        public PauseNeedsConsent() {
            super(Problem.of(
                    409,
                    "pause-needs-consent",
                    "An officer must consent to another pause",
                    "The order has waited for the desk as often as it may without; the clocks go on."));
        }
    }

    /** A change of policies that would leave a limit in doubt, or none. */
    public static final class PolicyRefused extends TriageRefusal {
        private static final long serialVersionUID = 1L;

        private PolicyRefused(Problem problem) {
            super(problem);
        }

        public static PolicyRefused taken() {
            return new PolicyRefused(Problem.of(
                    409,
                    "conditions-taken",
                    "Another policy has the same conditions",
                    "Change that one, or add a condition."));
        }

        public static PolicyRefused gap() {
            return new PolicyRefused(
                    Problem.of(
                            409,
                            "no-limit-left",
                            "Something would be left without a limit",
                            "Each kind of clock needs policies without further conditions for what is urgent and for what is not."));
        }
    }

    /** Clocks were extended for a part of this outage before. */
    public static final class OutageKnown extends TriageRefusal {
        private static final long serialVersionUID = 1L;

        public OutageKnown(UUID outage) {
            super(Problem.of(
                            409,
                            "outage-known",
                            "A part of this outage is known already",
                            "Clocks are extended by each hour once; record the rest of it.")
                    .with("outageId", outage.toString()));
        }
    }
}
