// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.breaker;

/** Whether an endpoint is told what is mere information. Orders always go: their tries are owed, and show whether it is well. */
public enum BreakerState {
    CLOSED,
    /** It has failed so often in a row that information waits. */
    OPEN,
    /** One event is let through to see whether it is well again. */
    HALF_OPEN
}
