// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

/**
 * A length of time between two things that were done, of which the median and others are told. The case's first report
 * since the platform was asked last begins it.
 */
public enum Length {
    /** The headline figure: from the report to the answer to every locator. */
    REPORT_TO_ANSWER,
    REPORT_TO_ORDER,
    ORDER_TO_RECEIPT,
    RECEIPT_TO_ACKNOWLEDGEMENT,
    RECEIPT_TO_ANSWER;

    private static final double STEP = 1.05;

    /** The seconds that a bucket stands for; a length is told with an error of no more than a fortieth. */
    static double seconds(int bucket) {
        return Math.pow(STEP, bucket);
    }
}
