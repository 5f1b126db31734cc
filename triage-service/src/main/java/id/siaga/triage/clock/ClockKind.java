// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

/** Which limit a clock stands for. */
public enum ClockKind {
    SERVICE("service"),
    ACT_TARGET("act-target"),
    ACT_LEGAL("act-legal");

    private final String code;

    ClockKind(String code) {
        this.code = code;
    }

    /** As events name it. */
    public String code() {
        return code;
    }
}
