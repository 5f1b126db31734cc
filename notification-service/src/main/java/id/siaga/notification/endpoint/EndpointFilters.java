// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Of the events that an endpoint asked for, those that it is told. Several filters must all match; an event that says
 * nothing of what a filter is about does not match it.
 */
@Schema(
        description =
                "Of the events that were asked for, those that are told: all filters must match, and an event that"
                        + " says nothing of what a filter is about does not match it. Empty lists filter nothing.")
public record EndpointFilters(
        @Schema(description = "Codes of harm categories, any of which.", examples = "[\"election-hoax\"]")
        @Size(max = 50, message = "must have at most 50 codes")
        @Nullable
        List<
                        @NotNull(message = "is required") @Size(max = 63, message = "must have at most 63 characters")
                        @Pattern(regexp = CODE, message = "must be a code") String>
                categories,

        @Schema(description = "Codes of platforms, any of which.", examples = "[\"youtube\"]")
        @Size(max = 50, message = "must have at most 50 codes")
        @Nullable
        List<
                        @NotNull(message = "is required") @Size(max = 63, message = "must have at most 63 characters")
                        @Pattern(regexp = CODE, message = "must be a code") String>
                platforms,

        @Schema(
                description =
                        "Provinces by their ISO 3166-2 codes, any of which: that reports about a case name, or that an"
                                + " order asks for. What concerns the whole country concerns each of them.",
                examples = "[\"ID-JB\"]")
        @Size(max = 50, message = "must have at most 50 codes")
        @Nullable
        List<
                        @NotNull(message = "is required") @Size(max = 5, message = "must have at most 5 characters")
                        @Pattern(regexp = "ID-[A-Z]{2}", message = "must be an ISO 3166-2 code of Indonesia") String>
                regions,

        @Schema(description = "Only what is urgent; false when left out.") @Nullable
        Boolean urgentOnly,

        @Schema(description = "Only what names the party itself, not what every partner may know; false when left out.")
        @Nullable
        Boolean ownSubjectsOnly) {

    static final String CODE = "[a-z][a-z0-9-]*";

    static final EndpointFilters NONE = new EndpointFilters(null, null, null, null, null);

    public EndpointFilters {
        categories = categories == null ? List.of() : categories;
        platforms = platforms == null ? List.of() : platforms;
        regions = regions == null ? List.of() : regions;
        urgentOnly = Boolean.TRUE.equals(urgentOnly);
        ownSubjectsOnly = Boolean.TRUE.equals(ownSubjectsOnly);
    }
}
