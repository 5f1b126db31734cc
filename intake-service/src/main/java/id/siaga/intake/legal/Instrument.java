// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.legal;

/** The kinds of request to a platform; each has powers of its own. */
public enum Instrument {
    /** Voluntary, against the platform's own terms. */
    REFERRAL,
    /** Claimed illegality, as article 16 of the DSA has it. */
    NOTICE,
    /** Binding; only an authority may ask for it. */
    ORDER
}
