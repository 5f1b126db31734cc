// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Whether a request failed because the database is away or has no connection to spare, and will be well when it is. */
final class Outage {

    /** Seconds: a database that is started again, or handed to another node, takes longer; who comes too early is told again. */
    static final int RETRY_AFTER = 2;

    private Outage() {}

    static boolean isCauseOf(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && saysSo(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** The states of PostgreSQL; one without a state is the pool's, which waited for a connection in vain. */
    private static boolean saysSo(@Nullable String state) {
        return state == null
                || state.startsWith("08") // no connection, or none any more
                || state.startsWith("53") // no connections, memory or disk left
                || state.startsWith("57P"); // it is stopped, or starts
    }
}
