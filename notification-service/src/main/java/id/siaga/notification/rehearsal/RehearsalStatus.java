// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.rehearsal;

/** How far a rehearsal is. */
public enum RehearsalStatus {
    RUNNING,
    FINISHED,
    /** The endpoint was deleted or disabled meanwhile. */
    ABORTED
}
