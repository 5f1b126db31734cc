// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content.alias;

/**
 * What a re-key run did.
 *
 * @param ruleVersion the version of the rules that it read with
 * @param items stored items of older rules that were read
 * @param differing those that have another key today
 * @param refused those that today's rules read no key from; their stored key stays
 * @param aliases pairs of keys that were not known to be of one content
 */
public record RekeyCounts(int ruleVersion, long items, long differing, long refused, long aliases) {

    @Override
    public String toString() {
        return "rule version %d: %d items read, %d with another key today, %d refused today, %d aliases recorded"
                .formatted(ruleVersion, items, differing, refused, aliases);
    }
}
