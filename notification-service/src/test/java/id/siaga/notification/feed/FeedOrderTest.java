// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.siaga.notification.NotificationStack;
import id.siaga.notification.feed.FeedEntries.Appended;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No reader passes over what commits late, whichever replica appends it. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class FeedOrderTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    @Inject
    FeedEntries entries;

    @Inject
    ReadFeed feed;

    @Inject
    AgroalDataSource database;

    @Test
    void whatCommitsLateIsNeverBehindAReader() throws Exception {
        // Given
        FeedReader reader = new FeedReader(aParty(), true);
        FeedPosition begin = end(reader);
        CountDownLatch appended = new CountDownLatch(1);
        CountDownLatch hold = new CountDownLatch(1);
        UUID late = anEvent();
        UUID next = anEvent();
        CompletableFuture<Void> slow = CompletableFuture.runAsync(
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    append(reader.party(), late);
                    appended.countDown();
                    await(hold);
                }));
        appended.await();
        CompletableFuture<Void> quick = CompletableFuture.runAsync(
                () -> QuarkusTransaction.requiringNew().run(() -> append(reader.party(), next)));

        // When
        FeedPage meanwhile = feed.after(reader, begin, TypeFilter.of(null), 10);
        hold.countDown();
        slow.get();
        quick.get();

        // Then
        assertEquals(List.of(), meanwhile.events());
        assertEquals(List.of(late, next), ids(feed.after(reader, meanwhile.next(), TypeFilter.of(null), 10)));
    }

    @Test
    void whoReadsWhileManyAppendReadsAllOnce() throws Exception {
        // Given
        FeedReader reader = new FeedReader(aParty(), true);
        FeedPosition begin = end(reader);
        List<List<UUID>> batches = IntStream.range(0, 8)
                .mapToObj(n -> IntStream.range(0, 20).mapToObj(i -> anEvent()).toList())
                .toList();

        // When
        List<CompletableFuture<Void>> writers = batches.stream()
                .map(batch -> CompletableFuture.runAsync(() -> batch.forEach(
                        id -> QuarkusTransaction.requiringNew().run(() -> append(channel(reader, id), id)))))
                .toList();
        List<UUID> read = new ArrayList<>();
        FeedPosition place = begin;
        boolean done;
        do {
            done = writers.stream().allMatch(CompletableFuture::isDone);
            FeedPage page = feed.after(reader, place, TypeFilter.of(null), 7);
            read.addAll(ids(page));
            place = page.next();
            done &= !page.more();
        } while (!done);

        // Then
        for (CompletableFuture<Void> writer : writers) {
            writer.get();
        }
        read.addAll(ids(feed.after(reader, place, TypeFilter.of(null), 500)));
        List<UUID> ours = batches.stream().flatMap(List::stream).toList();
        assertEquals(
                ours.stream().sorted().toList(),
                read.stream().filter(ours::contains).sorted().toList());
        batches.forEach(batch -> List.of(reader.party(), FeedReader.PARTNERS)
                .forEach(channel -> assertEquals(
                        batch.stream()
                                .filter(id -> channel(reader, id).equals(channel))
                                .toList(),
                        read.stream()
                                .filter(batch::contains)
                                .filter(id -> channel(reader, id).equals(channel))
                                .toList())));
    }

    @Test
    void whoWaitsHearsOfWhatAnotherReplicaAppended() {
        // Given
        Puller polri = Puller.atTheEnd("polri", "reporter");
        UUID id = anEvent();
        CompletableFuture<JsonPath> waiting = CompletableFuture.supplyAsync(() -> polri.pull("&wait=30"));

        // When
        QuarkusTransaction.requiringNew().run(() -> append("polri", id));

        // Then
        assertEquals(List.of(id.toString()), waiting.join().getList("events.id"));
    }

    private FeedPosition end(FeedReader reader) {
        FeedPosition place = new FeedPosition(0, 0);
        FeedPage page;
        do {
            page = feed.after(reader, place, TypeFilter.of(null), 500);
            place = page.next();
        } while (page.more());
        return place;
    }

    private static String channel(FeedReader reader, UUID id) {
        return id.getLeastSignificantBits() % 2 == 0 ? reader.party() : FeedReader.PARTNERS;
    }

    private static List<UUID> ids(FeedPage page) {
        return page.events().stream()
                .map(one -> UUID.fromString(JsonPath.from(one.event()).getString("id")))
                .toList();
    }

    private void append(String channel, UUID id) {
        entries.append(List.of(new Appended(channel, id, "id.siaga.case.opened.v1", "s", "")), NOW);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String aParty() {
        return "party-" + UUID.randomUUID();
    }

    private UUID anEvent() {
        UUID id = UUID.randomUUID();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO event (id, type, subject, correlation_id, body, taken_at)"
                                + " VALUES (?, 'id.siaga.case.opened.v1', 's', 'k', convert_to(?, 'UTF8'), now())")) {
            insert.setObject(1, id);
            insert.setString(2, "{\"id\": \"" + id + "\"}");
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }
}
