// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.queue;

/** Why a case is looked at before others. */
public enum PointsFor {
    /** Its category is urgent, or a reporter gave a reason not to wait. */
    URGENT,
    /** Somebody reported a live stream. */
    LIVE_STREAM,
    /** Somebody's life is threatened. */
    THREAT_TO_LIFE,
    /** It is about an election. */
    ELECTION,
    /** More than one party stands by it. */
    REPORTERS,
    /** How often the desk has agreed with the best of its reporters; may be less than nothing. */
    REPORTER_RECORD,
    /** How long it waits: one for each quarter of an hour. */
    AGE
}
