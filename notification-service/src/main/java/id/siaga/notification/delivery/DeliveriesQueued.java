// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

/** Something is due at once; raised in the transaction that queues it, to be heard when it has committed. */
public record DeliveriesQueued() {}
