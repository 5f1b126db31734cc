// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

/** How far a recovery is. */
public enum RecoveryStatus {
    RUNNING,
    /** All of it is queued. */
    FINISHED,
    /** The endpoint was paused, disabled or deleted meanwhile. */
    ABORTED
}
