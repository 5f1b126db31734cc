// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

/** Since when what waits has waited, as an index of the database knows it, which nothing but these words finds. */
final class Waiting {

    /** SQL, of a delivery by the name of {@code d}: null when it does not wait. */
    static final String SINCE = "CASE WHEN d.status = 'PENDING' THEN coalesce(d.resumed_at, d.created_at) END";

    private Waiting() {}
}
