// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

/**
 * The canonical identity of content.
 *
 * @param platform the platform's code, {@code web} for the web at large, {@code text} for a quoted text
 * @param kind what the id names
 * @param id the platform's own id, a canonical URL, or a digest
 * @param ruleVersion the version of the rules that made the key; it travels with the key, because a stored key is never
 *     recomputed in place
 */
public record ContentKey(String platform, String kind, String id, int ruleVersion) {

    /** The kind of a short link: it names content under an id that only its issuer can translate. */
    static final String SHORT = "short";

    /** The text form that is stored, sent and compared: {@code platform:kind:id}. */
    public String text() {
        return platform + ":" + kind + ":" + id;
    }

    /**
     * Whether what it names has another key that only the network could tell; until the desk records an alias, reports
     * of the two stay apart.
     */
    public boolean unresolved() {
        return kind.equals(SHORT);
    }

    /** The key whose text form this is. */
    public static ContentKey parse(String text, int ruleVersion) {
        String[] parts = text.split(":", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not the text of a content key");
        }
        return new ContentKey(parts[0], parts[1], parts[2], ruleVersion);
    }
}
