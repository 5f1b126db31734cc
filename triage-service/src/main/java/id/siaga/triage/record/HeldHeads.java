// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import jakarta.transaction.TransactionScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The heads that this transaction has moved: it holds their rows, so that nobody else has moved them since. */
@TransactionScoped
class HeldHeads {

    private final Map<UUID, ChainHead> heads = new HashMap<>();

    @Nullable
    ChainHead of(UUID caseId) {
        return heads.get(caseId);
    }

    void keep(Map<UUID, ChainHead> moved) {
        heads.putAll(moved);
    }
}
