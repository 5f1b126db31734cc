// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

/**
 * An operator has said how a party stands, maybe not for the first time; raised after it was stored, outside of a transaction.
 * What follows must bear repetition: an operator whose request was not answered sends it again.
 */
public record StandingChanged(String party, Standing standing) {}
