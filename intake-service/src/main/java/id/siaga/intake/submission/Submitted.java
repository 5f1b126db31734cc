// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a report that was sent.
 *
 * @param reportId the report that stands for it: itself, or the first one about its content
 * @param stored the new report, or null when all of it had been reported before
 * @param repeats the items that were added to earlier ones
 */
record Submitted(UUID reportId, @Nullable Report stored, List<Repeat> repeats) {

    static Submitted of(Report sent, List<Repeat> repeats) {
        return sent.items().isEmpty()
                ? new Submitted(repeats.getFirst().reportId(), null, repeats)
                : new Submitted(sent.id(), sent, repeats);
    }
}
