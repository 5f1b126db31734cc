// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content.alias;

import id.siaga.intake.content.ContentKey;
import id.siaga.intake.content.Reading;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a link or a text is read. */
@Schema(name = "ContentKeyReading", description = "How a link or a quoted text is read.")
record ContentKeyView(
        @Schema(description = "The same for all spellings of one content.", examples = "youtube:video:dQw4w9WgXcQ")
        @Size(max = 1200)
        String key,

        @Schema(
                description = "The platform's code; web for the web at large, text for a quoted text.",
                examples = "youtube")
        @Size(max = 63)
        String platform,

        @Schema(
                description = "What the key names: a video, a post, an account, …; url for a page by its address.",
                examples = "video")
        @Size(max = 63)
        String kind,

        @Schema(description = "Version of the rules that made the key.") @Min(1)
        int ruleVersion,

        @Schema(
                description = "The one spelling that stands for all; the normalised text of a quoted text.",
                examples = "https://www.youtube.com/watch?v=dQw4w9WgXcQ")
        String canonical,

        @Schema(
                description =
                        "Whether it is a short link: what it leads to has another key, which only the network could tell.")
        boolean unresolved,

        @Schema(description = "Hosts of the redirects and archives that the link was wrapped in, the outermost first.")
        @Size(max = 5)
        List<@Size(max = 253) String> unwrapped,

        @Schema(
                description =
                        "The key that stands for this content: another one where two keys turned out to be of one content.")
        @Size(max = 1200)
        String representative) {

    static ContentKeyView of(Reading.Keyed keyed, String representative) {
        ContentKey key = keyed.key();
        return new ContentKeyView(
                key.text(),
                key.platform(),
                key.kind(),
                key.ruleVersion(),
                keyed.canonical(),
                key.unresolved(),
                keyed.unwrapped(),
                representative);
    }
}
