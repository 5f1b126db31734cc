// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A platform whose links are known. */
@Schema(name = "Platform", description = "A platform whose links are known.")
record PlatformView(
        @Schema(description = "The code that stands in content keys and reports.", examples = "youtube") @Size(max = 63)
        String code,

        @Schema(examples = "YouTube") @Size(max = 100) String name,

        @Schema(description = "Hosts that are read as this platform's; www. and mobile ones are not told apart.")
        @Size(max = 200)
        List<@Size(max = 253) String> hosts,

        @Size(max = 100) List<KindView> kinds) {

    /** All platforms. */
    @Schema(name = "Platforms", description = "The platforms whose links are known.")
    record All(
            @Schema(description = "Version of the rules by which links are read.") @Min(1)
            int ruleVersion,

            @Size(max = 100) List<PlatformView> platforms) {}

    /** A kind of content. */
    @Schema(name = "PlatformKind", description = "A kind of content, with an example of a link.")
    record KindView(
            @Schema(description = "The second part of the content key.", examples = "video") @Size(max = 63)
            String kind,

            @Schema(examples = "https://youtu.be/dQw4w9WgXcQ?si=b7hT0yq3") @Size(max = 4096)
            String example) {}

    static PlatformView of(ContentRules.Platform platform) {
        return new PlatformView(
                platform.platform(),
                platform.name(),
                Stream.concat(
                                platform.hosts().stream(),
                                Objects.requireNonNullElse(platform.aliases(), Map.<String, String>of())
                                        .keySet()
                                        .stream())
                        .sorted()
                        .toList(),
                Objects.requireNonNullElse(platform.kinds(), List.<ContentRules.Kind>of()).stream()
                        .map(kind -> new KindView(kind.kind(), kind.example()))
                        .toList());
    }
}
