// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.keyring.Keyring;

/** Seals anew, under the primary key of a keyring, what an older key of it has sealed; and counts. */
final class Resealing {

    private final Keyring keyring;
    private int seen;
    private int sealed;

    Resealing(Keyring keyring) {
        this.keyring = keyring;
    }

    /** The same secret under the primary key; it is the same bytes where they are under it already. */
    byte[] anew(byte[] secret, String context) {
        seen++;
        if (keyring.isCurrent(secret)) {
            return secret;
        }
        sealed++;
        return keyring.seal(keyring.open(secret, context), context);
    }

    int seen() {
        return seen;
    }

    int sealed() {
        return sealed;
    }
}
