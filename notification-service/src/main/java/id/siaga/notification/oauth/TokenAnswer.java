// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.oauth;

import java.time.Instant;

/** What came of asking for a token. */
public sealed interface TokenAnswer {

    /**
     * A token.
     *
     * @param until when another one is to be asked for
     */
    record Token(String value, Instant until) implements TokenAnswer {

        @Override
        public String toString() {
            return "Token[***]";
        }
    }

    /**
     * None.
     *
     * @param why in our words
     */
    record NoToken(String why) implements TokenAnswer {}
}
