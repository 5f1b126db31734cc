// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.triage.category.Severity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an act changes about a case, as the record keeps it. */
@RegisterForReflection // for Jackson; native builds find only what endpoints speak of
record CaseState(
        CaseStatus status, String category, @Nullable Severity severity, boolean urgent) {

    static CaseState of(CaseFile file) {
        return new CaseState(file.status(), file.category(), file.severity(), file.urgent());
    }

    /** The facts of an act that has changed the case from this. */
    Map<String, Object> to(CaseFile changed) {
        return Map.of("before", this, "after", of(changed));
    }
}
