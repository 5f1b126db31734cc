// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.retention;

import id.siaga.notification.database.StatementFailed;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Looks as the service does: again, when a statement was in the way for too long. */
final class Looks {

    private Looks() {}

    static void at(Runnable what) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .ignoreException(StatementFailed.class)
                .until(() -> {
                    what.run();
                    return true;
                });
    }
}
