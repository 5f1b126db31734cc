// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.waiting;

/** Why an order cannot be carried out. */
public enum ImpossibilityGround {
    FORCE_MAJEURE,
    MANIFEST_ERROR,
    INSUFFICIENT_INFORMATION
}
