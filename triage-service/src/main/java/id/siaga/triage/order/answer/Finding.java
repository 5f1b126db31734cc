// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.answer;

/** What a check of one locator found. */
public enum Finding {
    GONE,
    RESTRICTED,
    STILL_UP,
    REFUSAL_ACCEPTED
}
