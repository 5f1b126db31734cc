// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One piece of content, as a party sends it. */
@Schema(description = "Content at a URL, or a quoted text: exactly one of the two.")
record ItemRequest(
        @Schema(
                description = "Where the content is; any spelling.",
                examples = "https://youtu.be/dQw4w9WgXcQ?si=b7hT0yq3")
        @Size(min = 1, max = 4096)
        @Nullable
        String url,

        @Schema(description = "The text of a forwarded message that has no locator.")
        @Size(min = 1, max = 10000)
        @Nullable
        String text,

        @Schema(description = "What kind of thing it is.") @Nullable
        ContentType contentType,

        @Schema(description = "The language it is in, a BCP 47 tag.", examples = "id")
        @Size(min = 2, max = 35)
        @Nullable
        String language,

        @Schema(description = "When you saw it.", examples = "2024-11-27T01:10:00Z") @Nullable
        Instant observedAt,

        @Schema(description = "Whether it is being broadcast live.") @Nullable
        Boolean liveStream,

        @Schema(description = "The account that published it, as the platform writes it.", examples = "@kabarwarga")
        @Size(min = 1, max = 300)
        @Nullable
        String authorAccount,

        @Schema(description = "The SHA-256 of the media file in hexadecimal, where you have it.", maxLength = 64)
        @Pattern(regexp = "[0-9a-fA-F]{64}", message = "must be 64 hexadecimal digits")
        @Nullable
        String mediaSha256) {}
