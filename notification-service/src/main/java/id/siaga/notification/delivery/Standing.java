// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

/** Whether another endpoint of the party is told the same order, because one of the two did not take it. */
public enum Standing {
    ALONE,
    /** Another one is told, too, and has not taken it yet. */
    SHARED,
    /** Another one has taken it, so that this one need not. */
    TAKEN
}
