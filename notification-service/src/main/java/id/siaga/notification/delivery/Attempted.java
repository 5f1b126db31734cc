// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

/** An attempt that was made, and how it went. */
record Attempted(ClaimedDelivery delivery, DeliveryOutcome outcome) {

    /** How many attempts there are with this one; counted under the lane's lease. */
    int number() {
        return delivery.attempts() + 1;
    }
}
