// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

/** Which limit a clock stands for. */
public enum ClockKind {
    SERVICE("service", false),
    ACT_TARGET("act-target", true),
    ACT_LEGAL("act-legal", true),
    CLARIFICATION_REPLY("clarification-reply", false);

    private final String code;
    private final boolean ofPlatform;

    ClockKind(String code, boolean ofPlatform) {
        this.code = code;
        this.ofPlatform = ofPlatform;
    }

    /** As events name it. */
    public String code() {
        return code;
    }

    /** Whether it is the platform that has to act; it is told of these clocks only, and these wait for the desk. */
    public boolean ofPlatform() {
        return ofPlatform;
    }
}
