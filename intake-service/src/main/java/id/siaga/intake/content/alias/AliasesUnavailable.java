// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content.alias;

import java.sql.SQLException;

/** The database did not take or give aliases; the transaction cannot go on, a later one may. */
final class AliasesUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AliasesUnavailable(SQLException cause) {
        super("Aliases could not be read or written", cause);
    }
}
