// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

/** Whether an endpoint is told anything. */
public enum EndpointStatus {
    ACTIVE,
    /** It answered 410; its owner sees it, and registers anew. */
    DISABLED,
    /** Its owner deleted it; the row stays for the log that points at it. */
    DELETED;

    boolean canBecome(EndpointStatus next) {
        return switch (this) {
            case ACTIVE -> next == DISABLED || next == DELETED;
            case DISABLED -> next == DELETED;
            case DELETED -> false;
        };
    }
}
