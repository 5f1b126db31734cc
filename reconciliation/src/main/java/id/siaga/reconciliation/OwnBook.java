// SPDX-License-Identifier: Apache-2.0
package id.siaga.reconciliation;

import java.util.List;

/** A book whose things are the service's own: others know of them what it told. */
public interface OwnBook extends Book {

    /**
     * Tells again how things are, through the outbox and in the caller's transaction, under numbers that are higher than any
     * that was seen.
     *
     * @param held what the other service knows of each
     * @return how many of them are known here, and were told again
     */
    int restate(List<Held> held, Restating restating);
}
