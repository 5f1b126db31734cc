// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

/**
 * What is held against a promise, and so counted in seconds: exactly up to an hour, then in whole minutes, and in whole hours
 * of more than a day, each rounded up.
 */
enum Promised {
    /** From receipt to the answer to every locator, without the time in which the platform waited for the desk. */
    ANSWERED_IN,
    /** From the report to that answer. */
    REPORT_ANSWERED_IN
}
