// SPDX-License-Identifier: Apache-2.0
package id.siaga.reconciliation;

import id.siaga.messaging.ConsumerPlaces;
import id.siaga.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The books of this service, read by spans of the time that is in ids. */
@ApplicationScoped
class Books {

    private final Instance<Book> all;
    private final KeptSince kept;
    private final ConsumerPlaces places;
    private final Sql sql;

    Books(@Any Instance<Book> all, KeptSince kept, ConsumerPlaces places, Sql sql) {
        this.all = all;
        this.kept = kept;
        this.places = places;
        this.sql = sql;
    }

    Book named(String name) {
        return all.stream().filter(book -> book.name().equals(name)).findFirst().orElseThrow(NotFoundException::new);
    }

    BookStanding standing() {
        List<BookStanding.Place> taken = places.all().stream()
                .map(place -> new BookStanding.Place(place.topic(), place.partition(), place.taken(), place.end()))
                .toList();
        return QuarkusTransaction.requiringNew().call(() -> sql.list(
                        "select clock_timestamp() as as_of, (select min(created_at) from outbox) as unpublished",
                        row -> new BookStanding(
                                all.stream().map(Book::name).sorted().toList(),
                                Sql.time(row, "as_of"),
                                kept.keptSince(),
                                Sql.timeOrNull(row, "unpublished"),
                                taken))
                .getFirst());
    }

    /** Sums of a part of each entry's MD5 do not depend on an order, and need none. Nobody gains by two that are the same. */
    @Transactional
    List<BookDigest> digests(Book book, Instant from, Instant to, Duration step) {
        return sql.list(
                """
                select date_bin(make_interval(secs => ?), uuid_extract_timestamp(b.id), ?) as from_time, count(*) as entries,
                       bit_xor(('x' || left(md5(concat_ws('|', b.id, b.state, b.told)), 16))::bit(64)::bigint) as digest
                from (%s) b where uuid_extract_version(b.id) = 7 group by 1 order by 1""".formatted(book.entries()),
                row -> new BookDigest(
                        Sql.time(row, "from_time"), row.getLong("entries"), "%016x".formatted(row.getLong("digest"))),
                step.toSeconds(),
                from,
                first(from),
                first(to));
    }

    @Transactional
    List<BookEntry> entries(Book book, UUID from, UUID to, int limit) {
        return sql.list("""
                select b.id, b.about, b.status, b.state, b.told, b.sequence
                from (%s) b where uuid_extract_version(b.id) = 7 order by b.id limit ?""".formatted(book.entries()), Books::entry, from, to, limit);
    }

    private static BookEntry entry(ResultSet row) throws SQLException {
        return new BookEntry(
                Sql.id(row, "id"),
                Sql.id(row, "about"),
                row.getString("status"),
                row.getString("state"),
                row.getLong("told"),
                row.getLong("sequence"));
    }

    /** The least id of a time. */
    static UUID first(Instant time) {
        return new UUID((time.toEpochMilli() << 16) | 0x7000L, 0x8000_0000_0000_0000L);
    }

    static UUID after(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + 1);
    }
}
