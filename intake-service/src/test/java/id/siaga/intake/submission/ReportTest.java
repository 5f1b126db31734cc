// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.siaga.intake.content.ContentKey;
import id.siaga.messaging.Uuid7;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTest {

    private static final Instant RECEIVED = Instant.parse("2024-11-27T01:15:30Z");
    private static final Instant LATER = RECEIVED.plusSeconds(60);

    private final Report report = new Report(
            Uuid7.at(RECEIVED),
            new Sender("mafindo", null, false),
            draft("https://contoh.example/1", "https://contoh.example/2"),
            RECEIVED,
            () -> Uuid7.at(RECEIVED));

    @Test
    void itemsAreNumberedFromOneAndReceived() {
        assertEquals(
                List.of(1, 2), report.items().stream().map(ReportItem::number).toList());
        assertEquals(ItemStatus.RECEIVED, report.status());
    }

    @Test
    void theReporterLearnsWhatIsNew() {
        // Given
        ReportItem item = report.items().getFirst();
        // When
        Optional<StatusChange> change = report.follow(move(item, 1, ItemStatus.LINKED, "Linked to a case."));
        // Then
        assertEquals(
                Optional.of(new StatusChange(
                        report.id(),
                        "mafindo",
                        "REF-1",
                        item.id(),
                        1,
                        ItemStatus.LINKED,
                        ItemStatus.RECEIVED,
                        1,
                        "Linked to a case.",
                        LATER)),
                change);
    }

    @Test
    void theHighestLinkVersionWinsWhateverTheOrder() {
        // Given
        ReportItem item = report.items().getFirst();
        report.follow(move(item, 3, ItemStatus.ORDERED, null));
        // When
        Optional<StatusChange> stale = report.follow(move(item, 2, ItemStatus.IN_REVIEW, null));
        Optional<StatusChange> repeated = report.follow(move(item, 3, ItemStatus.ORDERED, null));
        // Then
        assertEquals(Optional.empty(), stale);
        assertEquals(Optional.empty(), repeated);
        assertEquals(ItemStatus.ORDERED, item.status());
    }

    @Test
    void aNewVersionThatSaysTheSameTellsNothingButCounts() {
        // Given
        ReportItem item = report.items().getFirst();
        report.follow(move(item, 1, ItemStatus.LINKED, null));
        // When
        Optional<StatusChange> same = report.follow(move(item, 5, ItemStatus.LINKED, null));
        Optional<StatusChange> stale = report.follow(move(item, 4, ItemStatus.DISMISSED, null));
        // Then
        assertEquals(Optional.empty(), same);
        assertEquals(Optional.empty(), stale);
    }

    @Test
    void theSequenceGrowsByOneWithEveryChangeOfTheReport() {
        // Given
        report.follow(move(report.items().get(0), 7, ItemStatus.LINKED, null));
        // When
        StatusChange second = report.follow(move(report.items().get(1), 9, ItemStatus.LINKED, null))
                .orElseThrow();
        // Then
        assertEquals(2, second.statusVersion());
        assertEquals(ItemStatus.LINKED, second.reportStatus());
    }

    @Test
    void anItemOfAnotherReportIsRefused() {
        ItemMove foreign = new ItemMove(report.id(), UUID.randomUUID(), 1, ItemStatus.LINKED, null, LATER);
        assertThrows(IntakeRefusal.UnknownReport.class, () -> report.follow(foreign));
    }

    @Test
    void aWithdrawnItemIsMovedNoMore() {
        // Given
        ReportItem item = report.items().getFirst();
        report.withdraw(item, "Keliru.", LATER);
        // When
        Optional<StatusChange> late = report.follow(move(item, 9, ItemStatus.ORDERED, null));
        // Then
        assertEquals(Optional.empty(), late);
        assertEquals(ItemStatus.WITHDRAWN, item.status());
        assertFalse(item.standing());
    }

    @ParameterizedTest
    @EnumSource(ItemStatus.class)
    void whatTheDeskHasFinishedWithIsNotWithdrawn(ItemStatus status) {
        // Given
        ReportItem item = report.items().getFirst();
        report.follow(move(item, 1, status, "reason"));
        // Then
        switch (status) {
            case CLOSED, DISMISSED ->
                assertThrows(IntakeRefusal.Finished.class, () -> report.withdraw(item, "Keliru.", LATER));
            case WITHDRAWN -> assertEquals(Optional.empty(), report.withdraw(item, "Keliru.", LATER));
            case RECEIVED, LINKED, IN_REVIEW, ORDERED, ANSWERED ->
                assertEquals(
                        ItemStatus.WITHDRAWN,
                        report.withdraw(item, "Keliru.", LATER).orElseThrow().itemStatus());
        }
    }

    private ItemMove move(ReportItem item, long version, ItemStatus status, @Nullable String reason) {
        return new ItemMove(report.id(), item.id(), version, status, reason, LATER);
    }

    private static ReportDraft draft(String... urls) {
        List<ReportDraft.Item> items = Arrays.stream(urls)
                .map(url -> new ReportDraft.Item(
                        url, null, null, null, null, false, "@warga", null, new ContentKey("web", "url", url, 1)))
                .toList();
        return new ReportDraft(
                "REF-1",
                "hoax",
                "Tidak benar.",
                null,
                null,
                false,
                null,
                List.of(),
                true,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                items,
                List.of());
    }
}
