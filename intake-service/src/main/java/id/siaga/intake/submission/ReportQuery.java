// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.web.Cursor;
import id.siaga.web.InvalidRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which reports a list shows.
 *
 * @param status only reports with this status, or null for all
 * @param category only reports of this category, or null for all
 * @param platform only reports with an item on this platform, or null for all
 * @param since only what has changed since then, in the order of change; null for all, newest first
 * @param after the place that the page before ended at, or null from the start
 */
record ReportQuery(
        @Nullable ItemStatus status,
        @Nullable String category,
        @Nullable String platform,
        @Nullable Instant since,
        int limit,
        @Nullable Place after) {

    /** Where a page ends: at a report and, among changes, the transaction that changed it. */
    record Place(long changed, UUID id) {

        String cursor() {
            return Cursor.of(Long.toUnsignedString(changed), id.toString());
        }

        private static Place parse(String cursor) {
            List<String> parts = Cursor.parse(cursor, 2);
            try {
                return new Place(Long.parseUnsignedLong(parts.get(0)), UUID.fromString(parts.get(1)));
            } catch (IllegalArgumentException notAPlace) {
                throw Cursor.refused();
            }
        }
    }

    static ReportQuery of(
            @Nullable ItemStatus status,
            @Nullable String category,
            @Nullable String platform,
            @Nullable String since,
            int limit,
            @Nullable String cursor) {
        return new ReportQuery(
                status,
                category,
                platform,
                since == null ? null : time(since),
                limit,
                cursor == null ? null : Place.parse(cursor));
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notATime) {
            throw new InvalidRequest("query:updatedSince", "must be an RFC 3339 time such as 2024-11-27T01:00:00Z");
        }
    }
}
