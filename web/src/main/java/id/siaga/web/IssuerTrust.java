// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import io.smallrye.config.ConfigMapping;
import java.util.Set;

/** What the trusted issuer may assert; anything outside is 401. */
@ConfigMapping(prefix = "siaga.security")
interface IssuerTrust {

    /** Parties that tokens of the issuer may name. */
    Set<String> parties();

    /** Roles that tokens of the issuer may carry. */
    Set<String> roles();
}
