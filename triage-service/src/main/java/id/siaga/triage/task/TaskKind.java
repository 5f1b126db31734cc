// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.task;

/** What there is to look at. */
public enum TaskKind {
    /** Content that a platform was asked about is reported again: it may still be there, or be back. */
    ORDERED_CONTENT_REPORTED,
    /** Nobody stands by a report of the case any longer. */
    REPORTS_WITHDRAWN,
    /** It is time to look whether what a platform says it did is so, and still so. */
    CHECK_ORDER,
    /** Nobody has assessed the case in time. */
    TRIAGE_OVERDUE,
    /** Nobody has approved or returned a decision in time. */
    APPROVAL_OVERDUE,
    /** Nobody has answered an appeal in time. */
    APPEAL_OVERDUE,
    /** An order has yet to reach its platform, by the next of its contact routes. */
    SERVE_ORDER,
    /** A letter is drafted that an approver has to issue or to discard. */
    ISSUE_LETTER,
    /** A platform refuses: an officer weighs its reasons before anybody presses for what was ordered. */
    WEIGH_REFUSAL,
    /** A platform has written something about an order. */
    READ_MESSAGE
}
