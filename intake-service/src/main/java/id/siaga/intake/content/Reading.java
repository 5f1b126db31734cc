// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import java.util.List;

/** What was made of a locator or a quoted text: a key, or a refusal that its sender can act on. */
public sealed interface Reading {

    /**
     * Content that was recognised.
     *
     * @param canonical the one spelling that stands for all that have this key, and keys to it again
     * @param unwrapped hosts of the redirects, archives and caches that the link was wrapped in, the outermost first
     */
    record Keyed(ContentKey key, String canonical, List<String> unwrapped) implements Reading {}

    /** Input that names no content, and why. */
    record Refused(String reason) implements Reading {}
}
