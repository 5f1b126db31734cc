// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.reconciliation;

import id.siaga.reconciliation.Book;
import jakarta.enterprise.context.ApplicationScoped;

/** How much it was told of each case. */
@ApplicationScoped
class CasesBook implements Book {

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public String entries() {
        return HeardSubjects.entries("case|appeal");
    }
}
