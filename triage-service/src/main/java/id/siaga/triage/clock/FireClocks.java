// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import jakarta.enterprise.context.ApplicationScoped;

/** Fires what is due; any number of replicas may do so at once. */
@ApplicationScoped
public class FireClocks {

    private final DueClocks due;

    FireClocks(DueClocks due) {
        this.due = due;
    }

    /**
     * How many clocks reached a mark; a clock that is behind by several marks fires one at a time. Orders and cases in
     * transactions of their own: one that held both would lock cases after it had met those who lock orders after cases.
     */
    public int fireDue() {
        return due.ofOrders() + due.ofCases();
    }
}
