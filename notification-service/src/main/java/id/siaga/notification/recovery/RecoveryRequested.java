// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

/** A recovery is to be worked on; raised in the transaction that asks for it, to be heard when it has committed. */
record RecoveryRequested() {}
