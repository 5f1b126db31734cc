// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.reconciliation;

import id.siaga.reconciliation.Held;
import id.siaga.reconciliation.OwnBook;
import id.siaga.reconciliation.Restating;
import id.siaga.triage.casework.RestateCases;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How much partners, and those whose appeals it is about, were told of each case. */
@ApplicationScoped
class CasesBook implements OwnBook {

    private final RestateCases cases;

    CasesBook(RestateCases cases) {
        this.cases = cases;
    }

    @Override
    public String name() {
        return "cases";
    }

    @Override
    public String entries() {
        return """
                select id, id as about, status, '' as state, sequence - untold as told, sequence
                from case_file where sequence <> untold and id >= ? and id < ?""";
    }

    @Override
    public int restate(List<Held> held, Restating restating) {
        return cases.restate(Others.of(held), restating.reason(), Actor.of(restating.by()), restating.at());
    }
}
