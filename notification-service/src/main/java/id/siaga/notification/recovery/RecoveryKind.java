// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

/** Which events are told again. */
public enum RecoveryKind {
    /** What was abandoned or cancelled. */
    RECOVERY,
    /** All that the party may know, whether it was delivered or not. */
    REPLAY
}
