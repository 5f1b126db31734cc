// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.legal;

/** What the platform is asked to do about the content. */
public enum Action {
    REMOVE,
    DISABLE_ACCESS,
    GEO_RESTRICT,
    LABEL,
    DEMOTE,
    AGE_RESTRICT,
    SUSPEND_ACCOUNT
}
