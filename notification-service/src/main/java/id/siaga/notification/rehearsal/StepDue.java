// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.rehearsal;

/** A step is due; raised in the transaction that makes it so. */
record StepDue() {}
