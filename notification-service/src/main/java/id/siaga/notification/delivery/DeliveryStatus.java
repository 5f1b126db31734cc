// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

/** How far a delivery has come. */
public enum DeliveryStatus {
    PENDING,
    SUCCEEDED,
    /** The schedule is used up, or the endpoint said that it is gone. */
    ABANDONED,
    /** Its endpoint ended before it was delivered, another one has taken it, it was called off, or its event went. */
    CANCELLED
}
