// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The files of one report, in the order in which they came. */
@Schema(description = "The files of one report, in the order in which they came.")
record EvidenceList(List<EvidenceView> evidence) {

    static EvidenceList of(List<Evidence> evidence, Optional<List<Grant>> shown) {
        return new EvidenceList(evidence.stream()
                .map(file -> EvidenceView.of(
                        file,
                        shown.map(grants -> grants.stream()
                                        .filter(grant -> grant.sha256().equals(file.sha256()))
                                        .map(GrantView::of)
                                        .toList())
                                .orElse(null)))
                .toList());
    }
}
