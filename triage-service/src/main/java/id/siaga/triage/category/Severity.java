// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.category;

/** How grave the desk finds the harm. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
