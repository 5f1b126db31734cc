// SPDX-License-Identifier: Apache-2.0
/** Tokens that receivers want from an issuer of theirs: OAuth 2.0, client credentials (RFC 6749, section 4.4). */
@NullMarked
package id.siaga.notification.oauth;

import org.jspecify.annotations.NullMarked;
