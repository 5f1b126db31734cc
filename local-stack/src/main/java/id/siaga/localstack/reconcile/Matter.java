// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.reconcile;

import id.siaga.localstack.client.Service;
import org.jspecify.annotations.Nullable;

/** What two services know of, in the order in which it is put right: what comes later may follow from what comes before. */
enum Matter {
    REPORTED_ITEMS("reported-items", Service.INTAKE, Service.TRIAGE),
    SUPPLEMENTS("supplements", Service.INTAKE, Service.TRIAGE),
    REPORT_PROGRESS("report-progress", Service.TRIAGE, Service.INTAKE),
    REPORT_STATUS("report-status", Service.INTAKE, Service.NOTIFICATION),
    CASES("cases", Service.TRIAGE, Service.NOTIFICATION),
    ORDERS("orders", Service.TRIAGE, Service.NOTIFICATION),
    RECEIVED_ORDERS("received-orders", Service.NOTIFICATION, Service.TRIAGE);

    private final String book;
    private final Service owner;
    private final Service reader;

    Matter(String book, Service owner, Service reader) {
        this.book = book;
        this.owner = owner;
        this.reader = reader;
    }

    /** The name of the book that both keep. */
    String book() {
        return book;
    }

    /** Whose things they are, and who can tell them again. */
    Service owner() {
        return owner;
    }

    /** Who was told. */
    Service reader() {
        return reader;
    }

    /** Whether who was told may know more, by other ways: an order is received also by whom no endpoint was called for. */
    boolean readerMayKnowMore() {
        return this == RECEIVED_ORDERS;
    }

    /**
     * Whether what the reader knows is what the owner knew, or has come to know while they were asked.
     *
     * @param before what the owner knew, of which the reader must have been told since
     * @param after what the owner knew when the reader had answered
     */
    boolean agree(@Nullable Entry before, @Nullable Entry readers, @Nullable Entry after) {
        if (readerMayKnowMore()) {
            return before == null || readers != null;
        }
        if (readers == null) {
            return before == null;
        }
        return readers.says(before) || readers.says(after) || readers.isBetween(before, after);
    }
}
