// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.region;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The provinces as callers see them. */
@Schema(description = "The provinces, in the order of their Kemendagri codes.")
record RegionList(@Size(max = 100) List<RegionView> regions) {

    static RegionList of(List<Region> regions) {
        return new RegionList(regions.stream().map(RegionView::of).toList());
    }

    /** One of them. */
    @Schema(name = "Region", description = "A province.")
    record RegionView(
            @Schema(description = "Its code in ISO 3166-2:ID.", examples = "ID-JB") @Size(max = 5)
            String code,

            @Schema(description = "Its code at the Ministry of Home Affairs.", examples = "32") @Size(max = 2)
            String kemendagri,

            RegionNames names) {

        static RegionView of(Region region) {
            return new RegionView(region.iso(), region.kemendagri(), new RegionNames(region.en(), region.id()));
        }
    }

    /** Its names. */
    @Schema(description = "The name in English and in Indonesian.")
    record RegionNames(
            @Schema(examples = "West Java") @Size(max = 200) String en,

            @Schema(examples = "Jawa Barat") @Size(max = 200)
            String id) {}
}
