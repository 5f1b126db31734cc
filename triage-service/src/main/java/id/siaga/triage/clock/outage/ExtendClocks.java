// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock.outage;

import jakarta.enterprise.context.ApplicationScoped;

/** Extends the clocks that an outage met, before any of them is fired; what one replica leaves undone, another goes on with. */
@ApplicationScoped
public class ExtendClocks {

    private final ExtendBatch batch;

    ExtendClocks(ExtendBatch batch) {
        this.batch = batch;
    }

    /** Extends some, and returns how many; orders and cases apart, as they are fired. */
    public int extendSome() {
        int orders = batch.ofOrders();
        int cases = orders == 0 ? batch.ofCases() : 0;
        return orders + cases == 0 ? batch.finish() : orders + cases;
    }
}
