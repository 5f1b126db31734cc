// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.reconciliation;

import id.siaga.reconciliation.Held;
import id.siaga.triage.casework.RestateCases.Known;
import java.util.List;

/** What others know, in the words of the desk. */
final class Others {

    private Others() {}

    static List<Known> of(List<Held> held) {
        return held.stream()
                .map(one -> new Known(one.id(), one.told(), one.sequence()))
                .toList();
    }
}
