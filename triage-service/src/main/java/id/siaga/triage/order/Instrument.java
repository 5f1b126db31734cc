// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

/** With which power a platform is asked; nothing blurs them. */
public enum Instrument {
    /** Voluntary, against the platform's own terms. */
    REFERRAL,
    /** Claimed illegality. */
    NOTICE,
    /** Binding. */
    ORDER
}
