// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.checkpoint;

import id.siaga.web.InvalidRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Days as requests name them. */
final class Day {

    static final int LENGTH = 10;
    static final String PATTERN = "^\\d{4}-\\d{2}-\\d{2}$";

    private Day() {}

    /** @param place what is named when it is no day */
    static LocalDate parse(String place, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            throw new InvalidRequest(place, "must be a day such as 2024-11-27");
        }
    }
}
