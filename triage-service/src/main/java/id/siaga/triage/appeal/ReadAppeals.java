// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.appeal;

import id.siaga.triage.refusal.TriageRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Appeals as those read them who may. */
@ApplicationScoped
class ReadAppeals {

    private final Appeals appeals;

    ReadAppeals(Appeals appeals) {
        this.appeals = appeals;
    }

    @Transactional
    Appeal one(UUID id) {
        return appeals.one(id).orElseThrow(TriageRefusal.NotFound::new);
    }

    /** The latest first. */
    @Transactional
    List<Appeal> page(@Nullable AppealStatus status, @Nullable UUID after, int most) {
        return appeals.page(status, after, most);
    }

    @Transactional
    List<Appeal> ofPlatform(UUID orderId, String party) {
        Appeal.Against against = appeals.against(orderId, party).orElseThrow(TriageRefusal.NotFound::new);
        return appeals.of(against.orderId(), Appellant.PLATFORM);
    }

    @Transactional
    List<Appeal> ofOwner(String code) {
        Appeal.Against against = appeals.against(code).orElseThrow(TriageRefusal.NotFound::new);
        return appeals.of(against.orderId(), Appellant.CONTENT_OWNER);
    }
}
