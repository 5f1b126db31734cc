// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemStatusTest {

    @ParameterizedTest
    @CsvSource({
        "RECEIVED, RECEIVED",
        "LINKED DISMISSED, LINKED",
        "ANSWERED ORDERED IN_REVIEW, IN_REVIEW",
        "CLOSED ANSWERED, ANSWERED",
        "CLOSED DISMISSED, CLOSED",
        "DISMISSED CLOSED, CLOSED",
        "DISMISSED DISMISSED, DISMISSED",
        "WITHDRAWN RECEIVED, RECEIVED",
        "WITHDRAWN CLOSED, CLOSED",
        "WITHDRAWN WITHDRAWN, WITHDRAWN"
    })
    void aReportIsAsFinishedAsItsLeastFinishedItem(String items, ItemStatus report) {
        List<ItemStatus> statuses =
                Stream.of(items.split(" ", -1)).map(ItemStatus::valueOf).toList();
        assertEquals(report, ItemStatus.leastFinished(statuses));
    }
}
