// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.category;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The harm categories as callers see them. */
@Schema(description = "The harm categories.")
record CategoryList(@Size(max = 100) List<CategoryView> categories) {

    static CategoryList of(List<Category> categories) {
        return new CategoryList(categories.stream().map(CategoryView::of).toList());
    }

    /** One of them. */
    @Schema(name = "Category", description = "A kind of harm.")
    record CategoryView(
            @Schema(description = "As reports name it.", examples = "election-hoax") @Size(max = 100)
            String code,

            @Schema(description = "Whether the law asks for action within hours.")
            boolean urgent,

            @Schema(description = "Whether content of this kind is about an election by nature.")
            boolean election,

            @Schema(
                    description = "The keyword of the DSA transparency vocabulary, where there is one.",
                    examples = "MISINFORMATION_DISINFORMATION")
            @Size(max = 100)
            @Nullable
            String dsa,

            CategoryLabels labels) {

        static CategoryView of(Category category) {
            return new CategoryView(
                    category.code(),
                    category.urgent(),
                    category.election(),
                    category.dsa(),
                    new CategoryLabels(category.en(), category.id()));
        }
    }

    /** Its labels. */
    @Schema(description = "The label in English and in Indonesian.")
    record CategoryLabels(
            @Schema(examples = "Hoax about an election") @Size(max = 200)
            String en,

            @Schema(examples = "Hoaks pemilu") @Size(max = 200)
            String id) {}
}
