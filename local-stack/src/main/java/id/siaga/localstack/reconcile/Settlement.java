// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.reconcile;

import id.siaga.localstack.client.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits until what a service has told has been taken. */
final class Settlement {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Books books;
    private final Duration patience;
    private final Clock clock;

    Settlement(Books books, Duration patience, Clock clock) {
        this.books = books;
        this.patience = patience;
        this.clock = clock;
    }

    /** It cannot be told what differs, since too much is on its way. */
    static final class Unsettled extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unsettled(String why) {
            super(why);
        }
    }

    /**
     * Returns when one service has taken all that another knew of when this was called.
     *
     * @throws Unsettled when that takes too long
     */
    void await(Service teller, Service told) {
        Instant known = books.standing(teller).asOf();
        await(
                () -> books.standing(teller).hasPublished(known),
                teller.id() + " has not published what it had to tell: its outbox waits");
        Books.Standing then = books.standing(told);
        await(() -> books.standing(told).hasTaken(then), told.id() + " has not taken what it was told: it lags");
    }

    private void await(BooleanSupplier done, String otherwise) {
        Instant end = clock.instant().plus(patience);
        while (!done.getAsBoolean()) {
            if (clock.instant().isAfter(end)) {
                throw new Unsettled(otherwise);
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unsettled("interrupted");
            }
        }
    }
}
