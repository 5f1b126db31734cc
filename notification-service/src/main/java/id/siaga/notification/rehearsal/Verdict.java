// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.rehearsal;

import org.jspecify.annotations.Nullable;

/** What a receiver's answer to a step shows of it. */
public enum Verdict {
    RIGHT,
    /** It did not take what it must not take, and did not say so as it should. */
    PASSABLE,
    WRONG;

    private static final int GONE = 410;
    private static final int TOO_MANY = 429;

    /** @param status null when there was no answer */
    static Verdict of(StepKind kind, @Nullable Integer status) {
        boolean taken = status != null && status >= 200 && status < 300;
        if (kind.toBeTaken()) {
            return taken ? RIGHT : WRONG;
        }
        // 410 would have disabled the endpoint: a stranger could have it disabled by a forged request.
        if (taken || gone(status)) {
            return WRONG;
        }
        boolean refused = status != null && status >= 400 && status < 500 && status != TOO_MANY;
        return refused ? RIGHT : PASSABLE;
    }

    static boolean gone(@Nullable Integer status) {
        return status != null && status == GONE;
    }
}
