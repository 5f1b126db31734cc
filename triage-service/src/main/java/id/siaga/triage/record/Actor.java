// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import id.siaga.web.Caller;

/**
 * Who did something.
 *
 * @param key the person or client within its issuer, as four-eyes rules compare it
 * @param party the organisation that it acted for
 */
public record Actor(String key, String party) {

    /** The longest that {@link #shown()} can be. */
    public static final int LONGEST_SHOWN = Caller.LONGEST_PARTY + 1 + Caller.LONGEST_SUBJECT;

    /** The service itself: clocks and consumers. */
    public static final Actor SIAGA = new Actor("siaga", "siaga");

    public static Actor of(Caller caller) {
        return new Actor(caller.personKey(), caller.party());
    }

    /** How the desk reads it: the organisation and the person within its issuer. */
    public String shown() {
        return shown(party, key);
    }

    public static String shown(String party, String key) {
        int issuerEnds = key.lastIndexOf('|');
        return issuerEnds < 0 ? party : party + "/" + key.substring(issuerEnds + 1);
    }
}
