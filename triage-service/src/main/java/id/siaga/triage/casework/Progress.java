// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

/** How far a reported item has come, as its reporter is told. */
public enum Progress {
    LINKED,
    IN_REVIEW,
    ORDERED,
    ANSWERED,
    CLOSED,
    DISMISSED,
    /** Never of a case, only of an item: its reporter took it back. */
    WITHDRAWN;

    /** Whether a platform was asked to act. */
    boolean ordered() {
        return switch (this) {
            case ORDERED, ANSWERED, CLOSED -> true;
            case LINKED, IN_REVIEW, DISMISSED, WITHDRAWN -> false;
        };
    }
}
