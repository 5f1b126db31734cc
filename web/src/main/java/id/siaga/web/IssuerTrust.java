// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** What the trusted issuer may assert; anything outside is 401. */
@ConfigMapping(prefix = "siaga.security")
interface IssuerTrust {

    /** Parties that tokens of the issuer may name, beside those that operators admit. */
    Set<String> parties();

    /** Roles that tokens of the issuer may carry. */
    Set<String> roles();

    /** How long a token that was verified need not be verified again; 0 verifies it with each request. */
    @WithDefault("60s")
    Duration verifiedFor();

    /** How long another replica may let a party in after an operator has suspended it. */
    @WithDefault("2s")
    Duration standingsReadEvery();
}
