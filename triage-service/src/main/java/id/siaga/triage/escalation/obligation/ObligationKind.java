// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation.obligation;

/** What is owed. */
public enum ObligationKind {
    FINE
}
