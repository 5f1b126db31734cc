// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.web.Cursor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which reports a list shows.
 *
 * @param status only reports with this status, or null for all
 * @param after the last report of the page before, or null from the newest
 */
record ReportQuery(
        @Nullable ItemStatus status, int limit, @Nullable UUID after) {

    static ReportQuery of(@Nullable ItemStatus status, int limit, @Nullable String cursor) {
        return new ReportQuery(status, limit, cursor == null ? null : after(cursor));
    }

    private static UUID after(String cursor) {
        try {
            return UUID.fromString(Cursor.parse(cursor, 1).getFirst());
        } catch (IllegalArgumentException notAnId) {
            throw Cursor.refused();
        }
    }
}
