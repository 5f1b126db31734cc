// SPDX-License-Identifier: Apache-2.0
package id.siaga.reconciliation;

import id.siaga.messaging.Uuid7;
import id.siaga.sql.Sql;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Tells things again, and keeps who wanted it and why; of this the application rewrites nothing. */
@ApplicationScoped
class Restate {

    private static final Logger LOG = Logger.getLogger(Restate.class);

    private final Books books;
    private final Sql sql;
    private final Clock clock;

    Restate(Books books, Sql sql, Clock clock) {
        this.books = books;
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    RestatementView restate(String name, RestatementRequest request, Caller by) {
        if (!(books.named(name) instanceof OwnBook book)) {
            throw new NotFoundException();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // In one order, so that two that are asked for at once do not wait for each other.
        List<Held> held = request.known().stream()
                .map(RestatementRequest.Known::held)
                .sorted(Comparator.comparing(one -> one.id().toString()))
                .toList();
        int restated = book.restate(held, new Restating(by, now, request.reason()));
        UUID id = Uuid7.at(now);
        sql.update(
                "insert into restatement (id, at, book, party, who, reason, subjects, restated) values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                now,
                name,
                by.party(),
                by.personKey(),
                request.reason(),
                held.stream().map(Held::id).toArray(UUID[]::new),
                restated);
        LOG.infof("Restated %d of %d things of the book %s", restated, held.size(), name);
        return new RestatementView(id, restated);
    }
}
