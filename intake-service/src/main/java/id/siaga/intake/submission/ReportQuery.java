// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.web.Cursor;
import id.siaga.web.InvalidRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which reports a list shows.
 *
 * @param status only reports with this status, or null for all
 * @param after the last report of the page before, or null from the newest
 */
record ReportQuery(
        @Nullable ItemStatus status, int limit, @Nullable UUID after) {

    private static final int MOST = 200;

    /** Reads the parameters itself: the framework answers 404 to a value that it cannot convert, which names no place. */
    static ReportQuery of(@Nullable String status, String limit, @Nullable String cursor) {
        return new ReportQuery(
                status == null ? null : status(status), limit(limit), cursor == null ? null : after(cursor));
    }

    private static ItemStatus status(String text) {
        return Arrays.stream(ItemStatus.values())
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidRequest(
                        "query:status",
                        Arrays.stream(ItemStatus.values())
                                .map(ItemStatus::name)
                                .collect(Collectors.joining(", ", "must be one of ", ""))));
    }

    private static int limit(String text) {
        if (text.matches("[0-9]{1,3}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        }
        throw new InvalidRequest("query:limit", String.format(Locale.ROOT, "must be a number from 1 to %d", MOST));
    }

    private static UUID after(String cursor) {
        try {
            return UUID.fromString(Cursor.parse(cursor, 1).getFirst());
        } catch (IllegalArgumentException notAnId) {
            throw Cursor.refused();
        }
    }
}
