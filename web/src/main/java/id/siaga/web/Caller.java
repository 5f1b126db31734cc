// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Who calls: the one party that the caller acts for, and what the token lets it do.
 *
 * @param party the organisation, from the token's {@code party} claim, never from a path or body
 * @param unit an optional part of the party, from the {@code unit} claim
 * @param roles the roles of the token
 * @param issuer who vouches for the caller ({@code iss})
 * @param subject the caller within its issuer ({@code sub})
 * @param person whether a human being holds the token; false for client credentials
 */
public record Caller(
        String party, Optional<String> unit, Set<String> roles, String issuer, String subject, boolean person) {

    /** The longest name of a party, and of a unit of it. */
    public static final int LONGEST_PARTY = 63;

    /** The longest subject; OpenID Connect lets none be longer. */
    public static final int LONGEST_SUBJECT = 255;

    /** The key that four-eyes rules compare: one person, whatever client the token came through. */
    public String personKey() {
        return issuer + "|" + subject;
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    public boolean hasAny(Collection<String> wanted) {
        return wanted.stream().anyMatch(roles::contains);
    }
}
