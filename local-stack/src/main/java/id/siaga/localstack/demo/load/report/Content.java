// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load.report;

import id.siaga.localstack.demo.load.report.Vocabulary.Category;
import id.siaga.localstack.demo.load.report.Vocabulary.Region;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has put online: found at a platform, or passed on as a text; its reports spell it in many ways.
 *
 * @param topic which of its category's topics it is, from 0 to below 1
 */
record Content(
        String name,
        Category category,
        double topic,
        Region region,
        @Nullable Carrier carrier,
        String id,
        String user,
        String page,
        @Nullable String text) {

    /** The text as this or that chat application copies it: same words, other marks and spaces. */
    static String copied(String text, Draw draw) {
        return switch (draw.below(5)) {
            case 0 -> text + "\n";
            case 1 -> text.replace(" ", "  ");
            case 2 -> "\u200b" + text;
            case 3 -> text.toUpperCase(Locale.ROOT);
            default -> text;
        };
    }
}
