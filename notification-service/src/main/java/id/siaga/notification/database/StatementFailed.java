// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.database;

import java.sql.SQLException;

/** The database did not do what it was asked; a fault of ours, to be tried again or answered with 500. */
public final class StatementFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StatementFailed(SQLException cause) {
        super("A statement failed", cause);
    }
}
