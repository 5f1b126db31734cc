// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a case about one content of one platform, with one reporter, should be after each command: written from the rules of
 * the domain and not from the service, of which it knows nothing.
 */
final class CaseModel {

    /** Who acts; nobody's organisation has reported, and nothing is flagged. */
    enum Person {
        RATNA,
        WULAN,
        YUSUF,
        SARI
    }

    enum Command {
        ASSESS,
        PROPOSE_DISMISS,
        PROPOSE_CLARIFY,
        PROPOSE_NOTICE,
        PROPOSE_ORDER,
        OVERRIDE,
        APPROVE,
        RETURN,
        REVERSE,
        ACKNOWLEDGE,
        ANSWER,
        CHECK,
        WITHDRAW
    }

    /** How the three machines stand; null where there is none yet. */
    record State(
            String ofCase,
            @Nullable String ofDecision,
            @Nullable String ofOrder) {}

    private String ofCase = "NEW";
    private @Nullable String decision;
    private @Nullable String kind;
    private @Nullable Person proposer;
    private @Nullable Person approver;
    private boolean overridden;
    private @Nullable String order;

    State state() {
        return new State(ofCase, decision, order);
    }

    /** Whether the desk must take the command, and moves as it then should; empty where either will do. */
    Optional<Boolean> take(Command command, Person by) {
        return switch (command) {
            case ASSESS -> assess();
            case PROPOSE_DISMISS -> propose("DISMISS", by);
            case PROPOSE_CLARIFY -> propose("CLARIFY", by);
            case PROPOSE_NOTICE -> propose("NOTICE", by);
            case PROPOSE_ORDER -> propose("ORDER", by);
            case OVERRIDE -> override(by);
            case APPROVE -> approve(by);
            case RETURN -> giveBack(by);
            case REVERSE -> reverse(by);
            case ACKNOWLEDGE -> acknowledge();
            case ANSWER -> answer();
            case CHECK -> check();
            case WITHDRAW -> withdraw();
        };
    }

    private Optional<Boolean> assess() {
        boolean open = ofCase.equals("NEW") || ofCase.equals("IN_REVIEW");
        if (open) {
            ofCase = "IN_REVIEW";
        }
        return Optional.of(open);
    }

    private Optional<Boolean> propose(String what, Person by) {
        boolean can = ofCase.equals("IN_REVIEW") && !"PROPOSED".equals(decision);
        if (can) {
            decision = "PROPOSED";
            kind = what;
            proposer = by;
            approver = null;
            overridden = false;
        }
        return Optional.of(can);
    }

    private Optional<Boolean> override(Person by) {
        boolean can = by != Person.RATNA && propose("ORDER", by).orElseThrow();
        if (can) {
            overridden = true;
            order = "ISSUED";
            ofCase = "DECIDED";
        }
        return Optional.of(can);
    }

    private Optional<Boolean> approve(Person by) {
        boolean can = "PROPOSED".equals(decision) && by != proposer && by != Person.RATNA;
        if (!can) {
            return Optional.of(false);
        }
        decision = "APPROVED";
        approver = by;
        if (overridden) {
            ofCase = ofCase.equals("DECIDED") && "CLOSED".equals(order) ? "CLOSED" : ofCase;
        } else if ("DISMISS".equals(kind)) {
            ofCase = "CLOSED";
        } else if (!"CLARIFY".equals(kind)) {
            ofCase = "DECIDED";
            order = "ISSUED";
        }
        return Optional.of(true);
    }

    private Optional<Boolean> giveBack(Person by) {
        boolean can = "PROPOSED".equals(decision) && by != proposer && by != Person.RATNA;
        if (can) {
            decision = "RETURNED";
            if (overridden) {
                takeBack();
            }
        }
        return Optional.of(can);
    }

    private Optional<Boolean> reverse(Person by) {
        boolean can = "APPROVED".equals(decision) && by != proposer && by != approver && by != Person.RATNA;
        if (can) {
            decision = "REVERSED";
            if ("DISMISS".equals(kind)) {
                ofCase = "IN_REVIEW";
            } else if (!"CLARIFY".equals(kind)) {
                takeBack();
            }
        }
        return Optional.of(can);
    }

    private void takeBack() {
        if (!"WITHDRAWN".equals(order)) {
            order = "WITHDRAWN";
            ofCase = "IN_REVIEW";
        }
    }

    private Optional<Boolean> acknowledge() {
        if ("ISSUED".equals(order)) {
            order = "ACKNOWLEDGED";
        }
        // To acknowledge again changes nothing.
        return order == null ? Optional.of(false) : Optional.of(true);
    }

    private Optional<Boolean> answer() {
        if ("ISSUED".equals(order) || "ACKNOWLEDGED".equals(order)) {
            order = "ANSWERED";
        }
        // The same answer again changes nothing, nor does one that crosses a withdrawal.
        return order == null ? Optional.of(false) : Optional.of(true);
    }

    private Optional<Boolean> check() {
        if ("ANSWERED".equals(order)) {
            order = "CLOSED";
            boolean reviewOpen = overridden && "PROPOSED".equals(decision);
            ofCase = ofCase.equals("DECIDED") && !reviewOpen ? "CLOSED" : ofCase;
            return Optional.of(true);
        }
        // A later look at what is closed is kept; what was never answered cannot be looked at.
        return "CLOSED".equals(order) || "WITHDRAWN".equals(order) ? Optional.empty() : Optional.of(false);
    }

    private Optional<Boolean> withdraw() {
        if (order == null) {
            return Optional.of(false);
        }
        if (!order.equals("WITHDRAWN")) {
            order = "WITHDRAWN";
            ofCase = ofCase.equals("DECIDED") || (ofCase.equals("CLOSED") && !"DISMISS".equals(kind))
                    ? "IN_REVIEW"
                    : ofCase;
        }
        return Optional.of(true);
    }
}
