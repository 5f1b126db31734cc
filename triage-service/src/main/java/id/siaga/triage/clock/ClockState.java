// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

/** Whether a clock runs, waits, was stopped because what it waited for has happened, or ran out. */
public enum ClockState {
    RUNNING,
    WAITING,
    STOPPED,
    EXPIRED
}
