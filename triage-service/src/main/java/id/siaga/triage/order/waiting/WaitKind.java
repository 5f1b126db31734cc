// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.waiting;

/** Why an order waits: the platform asks what is meant, or says that it cannot be done. */
public enum WaitKind {
    CLARIFICATION,
    IMPOSSIBILITY
}
