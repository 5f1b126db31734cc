// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

/** What is counted on the day on which it happens. */
public enum Count {
    /** Orders, notices and referrals whose last locator was answered. */
    ANSWERED,
    /** Of those, answered within an hour of the report. */
    ANSWERED_WITHIN_THE_HOUR,
    ANSWERED_WITHIN_TARGET,
    /** Of those that have a legal due time, answered by then. */
    ANSWERED_WITHIN_LEGAL_DUE,
    ANSWERED_WITH_LEGAL_DUE,
    /** Locators that were answered. */
    LOCATORS,
    REMOVED,
    ACCESS_DISABLED,
    GEO_RESTRICTED,
    LABELLED,
    DEMOTED,
    AGE_RESTRICTED,
    ACCOUNT_SUSPENDED,
    ALREADY_GONE,
    NOT_FOUND,
    REFUSED,
    REFUSED_LAWFUL,
    REFUSED_INSUFFICIENT_BASIS,
    REFUSED_WRONG_PLATFORM,
    REFUSED_SATIRE_OR_JOURNALISM,
    REFUSED_DISPROPORTIONATE,
    REFUSED_OTHER,
    /** Items that were reported. */
    REPORTED,
    /** Of those, items whose content had been reported before. */
    DUPLICATE,
    /** Items about whose content a platform was then asked to act. */
    UPHELD,
    /** Items whose case was then dismissed. */
    DISMISSED,
    /** Decisions that were approved. */
    DECIDED,
    /** Of those, decisions to ask a platform to act. */
    RESTRICTED,
    RETURNED,
    /** Decisions to ask a platform to act that were reversed. */
    REVERSED
}
