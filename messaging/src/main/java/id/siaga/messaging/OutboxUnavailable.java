// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import java.sql.SQLException;

/** The database did not take or give what the outbox or inbox needed; the transaction cannot go on, a later one may. */
public final class OutboxUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutboxUnavailable(SQLException cause) {
        super("The outbox or inbox could not be reached", cause);
    }
}
