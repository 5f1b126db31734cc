// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.batch;

import id.siaga.intake.allowance.Allowance;
import id.siaga.intake.allowance.AllowanceRefusal;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Slows an import down to what its party may send, instead of breaking it off: the sender waits as TCP makes it wait. */
@ApplicationScoped
class Pace {

    /** Whoever must wait longer has used up its quota, and is told so. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Allowance allowance;

    Pace(Allowance allowance) {
        this.allowance = allowance;
    }

    /** Takes as many from the caller's allowance, as soon as there are as many. */
    void await(Caller caller, int reports) {
        while (true) {
            try {
                allowance.take(caller, reports);
                return;
            } catch (AllowanceRefusal refusal) {
                if (refusal.delay().compareTo(LONGEST) > 0) {
                    throw refusal;
                }
                rest(refusal.delay());
            }
        }
    }

    private static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The import was interrupted", e);
        }
    }
}
