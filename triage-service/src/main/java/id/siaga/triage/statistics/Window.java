// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

import id.siaga.web.InvalidRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Whole days, UTC, the first and the last included. */
record Window(LocalDate from, LocalDate to) {

    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 3_660;

    /**
     * The window that a request names; as many days as is usual up to the day that it names last, or up to today.
     *
     * @throws InvalidRequest when one is no day, or the window is empty or too long
     */
    static Window of(@Nullable String from, @Nullable String to, LocalDate today) {
        LocalDate last = to == null ? today : day("query:to", to);
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS - 1) : day("query:from", from);
        if (first.isAfter(last)) {
            throw new InvalidRequest("query:from", "is after the last day");
        }
        if (first.plusDays(MOST_DAYS).isBefore(last)) {
            throw new InvalidRequest("query:from", "is more than ten years before the last day");
        }
        return new Window(first, last);
    }

    /** The days of it on which something was in force; null when there are none. */
    @Nullable
    Window within(LocalDate first, @Nullable LocalDate last) {
        LocalDate begin = first.isAfter(from) ? first : from;
        LocalDate end = last != null && last.isBefore(to) ? last : to;
        return begin.isAfter(end) ? null : new Window(begin, end);
    }

    Instant begin() {
        return from.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    Instant end() {
        return to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static LocalDate day(String parameter, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1970 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException notADay) {
            // falls through to the one refusal
        }
        throw new InvalidRequest(parameter, "must be a day such as 2024-11-27");
    }
}
