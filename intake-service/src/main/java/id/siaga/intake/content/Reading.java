// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

/** What was made of a locator or a quoted text: a key, or a refusal that its sender can act on. */
public sealed interface Reading {

    /**
     * Content that was recognised.
     *
     * @param canonical the one spelling that stands for all that have this key, and keys to it again
     */
    record Keyed(ContentKey key, String canonical) implements Reading {}

    /** Input that names no content, and why. */
    record Refused(String reason) implements Reading {}
}
