// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.reconcile;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatterTest {

    private static final UUID ID = UUID.randomUUID();

    @Test
    void readersKnowWhatOwnersKnewBeforeOrAfterThem() {
        assertTrue(agree(at(2, "a"), at(2, "a"), at(2, "a")));
        assertTrue(agree(at(2, "a"), at(2, "a"), at(3, "b")), "what came since need not have arrived");
        assertTrue(agree(at(2, "a"), at(3, "b"), at(3, "b")), "and may have");
        assertTrue(agree(at(2, "a"), at(3, "c"), at(4, "b")), "or in part");
        assertTrue(agree(null, null, at(1, "a")), "what is new need not be known");
        assertTrue(agree(null, at(1, "a"), at(1, "a")), "and may be");
        assertTrue(agree(null, at(1, "b"), at(2, "a")), "or in part");
    }

    @Test
    void whatWasLostIsFoundThoughTheOwnerGoesOn() {
        assertFalse(agree(at(2, "a"), null, at(3, "b")), "never told");
        assertFalse(agree(at(2, "a"), at(1, "a"), at(3, "b")), "told less");
        assertFalse(agree(at(2, "a"), at(2, "c"), at(2, "a")), "as much, and something else");
    }

    @Test
    void whatOwnersHaveForgottenIsFound() {
        assertFalse(agree(null, at(1, "a"), null), "all of it");
        assertFalse(agree(at(1, "a"), at(3, "a"), at(2, "a")), "some of it");
    }

    @Test
    void ordersMayBeReceivedByOtherWays() {
        assertTrue(Matter.RECEIVED_ORDERS.agree(null, at(1, "a"), null));
        assertTrue(Matter.RECEIVED_ORDERS.agree(at(1, "a"), at(2, "b"), at(1, "a")));
        assertFalse(Matter.RECEIVED_ORDERS.agree(at(1, "a"), null, at(1, "a")));
    }

    private static boolean agree(@Nullable Entry before, @Nullable Entry readers, @Nullable Entry after) {
        return Matter.REPORT_PROGRESS.agree(before, readers, after);
    }

    private static Entry at(long told, String state) {
        return new Entry(ID, ID, "NEW", state, told, told);
    }
}
