// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

/** Which limit a clock stands for. */
public enum ClockKind {
    TRIAGE("triage", RunsFor.CASE, false),
    APPROVE("approve", RunsFor.DECISION, false),
    EMERGENCY_REVIEW("emergency-review", RunsFor.DECISION, false),
    APPEAL_ANSWER("appeal-answer", RunsFor.APPEAL, false),
    SERVICE("service", RunsFor.ORDER, false),
    ACT_TARGET("act-target", RunsFor.ORDER, true),
    ACT_LEGAL("act-legal", RunsFor.ORDER, true),
    CLARIFICATION_REPLY("clarification-reply", RunsFor.ORDER, false),
    REINSTATE("reinstate", RunsFor.ORDER, true),
    LETTER_INTERVAL("letter-interval", RunsFor.ORDER, true);

    /** What a clock's subject is. */
    public enum RunsFor {
        ORDER,
        CASE,
        DECISION,
        APPEAL
    }

    private final String code;
    private final RunsFor runsFor;
    private final boolean ofPlatform;

    ClockKind(String code, RunsFor runsFor, boolean ofPlatform) {
        this.code = code;
        this.runsFor = runsFor;
        this.ofPlatform = ofPlatform;
    }

    /** As events name it. */
    public String code() {
        return code;
    }

    /** What its subject is; all but orders are locked by the lock of their case. */
    public RunsFor runsFor() {
        return runsFor;
    }

    /** Whether its subject is an order, under whose lock it is fired then. */
    public boolean ofOrder() {
        return runsFor == RunsFor.ORDER;
    }

    /** Whether it is the platform that has to act; it is told of these clocks only, and these wait for the desk. */
    public boolean ofPlatform() {
        return ofPlatform;
    }
}
