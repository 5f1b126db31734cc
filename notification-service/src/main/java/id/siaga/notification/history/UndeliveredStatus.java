// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.history;

/** How a delivery ended that did not arrive. */
public enum UndeliveredStatus {
    ABANDONED,
    CANCELLED
}
