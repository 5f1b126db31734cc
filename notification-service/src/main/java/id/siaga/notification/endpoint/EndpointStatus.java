// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import java.util.Arrays;
import java.util.List;

/** Whether an endpoint is told anything. */
public enum EndpointStatus {
    /** It has not shown yet that it is its owner's, and is told nothing. */
    UNVERIFIED,
    ACTIVE,
    /** Its owner wants it to be told nothing for a while. */
    PAUSED,
    /** It answered 410, or failed for days; a new verification makes it active again. */
    DISABLED,
    /** Its owner deleted it; the row stays for the log that points at it. */
    DELETED;

    boolean canBecome(EndpointStatus next) {
        return switch (this) {
            case UNVERIFIED -> next == ACTIVE || next == DELETED;
            case ACTIVE -> next == PAUSED || next == DISABLED || next == DELETED;
            case PAUSED -> next == ACTIVE || next == DISABLED || next == DELETED;
            case DISABLED -> next == ACTIVE || next == DELETED;
            case DELETED -> false;
        };
    }

    /** Whether its URL has shown that it is its owner's, and has not said since that it is gone. */
    boolean isVerified() {
        return switch (this) {
            case ACTIVE, PAUSED -> true;
            case UNVERIFIED, DISABLED, DELETED -> false;
        };
    }

    List<EndpointStatus> next() {
        return Arrays.stream(values()).filter(this::canBecome).toList();
    }
}
