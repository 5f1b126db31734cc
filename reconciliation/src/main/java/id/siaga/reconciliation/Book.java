// SPDX-License-Identifier: Apache-2.0
package id.siaga.reconciliation;

/** What a service knows of one kind of things, in a form that another service, which knows of the same, can be held against. */
public interface Book {

    /** The name that the book has in each service that keeps it. */
    String name();

    /**
     * A query of the columns {@code id}, a UUIDv7; {@code about}, what the thing is a part of, or itself; {@code status}, for
     * people; {@code state}, a text, and {@code told}, how much was said of it, which are the same in every service that knows
     * all; and {@code sequence}, the highest number that was given out, or seen. Its two parameters are ids: of the first thing
     * that is asked for, and of the first after them.
     */
    String entries();
}
