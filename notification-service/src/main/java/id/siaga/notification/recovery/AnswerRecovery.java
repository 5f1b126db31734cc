// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import id.siaga.web.Answer;
import id.siaga.web.Callers;
import id.siaga.web.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Begins what the caller asks for, once for each Idempotency-Key, and says where it can be followed. */
@ApplicationScoped
class AnswerRecovery {

    private final StartRecovery recovery;
    private final Idempotency idempotency;
    private final Callers callers;

    AnswerRecovery(StartRecovery recovery, Idempotency idempotency, Callers callers) {
        this.recovery = recovery;
        this.idempotency = idempotency;
        this.callers = callers;
    }

    Response start(UUID endpointId, RecoveryKind kind, RecoveryRequest request) {
        return idempotency.once(() -> {
            RecoveryView started = recovery.start(callers.current(), endpointId, kind, request);
            return Answer.created("/v1/endpoints/" + endpointId + "/recoveries/" + started.id(), started);
        });
    }
}
