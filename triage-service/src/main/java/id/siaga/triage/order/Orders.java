// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders; a platform's party comes first in what is asked on its behalf. */
@ApplicationScoped
class Orders {

    private static final String SUMMARY = """
            select id, case_id, platform, party, instrument, category, urgent, status, issued_at, serve_by,
                   received_at, act_by, legal_due, acknowledged_at, answered_at, closed_at
            from orders""";

    private final EntityManager entities;
    private final Sql sql;

    Orders(EntityManager entities, Sql sql) {
        this.entities = entities;
        this.sql = sql;
    }

    /** Written at once: clocks and events of the order refer to its row. */
    void add(Order order) {
        entities.persist(order);
        entities.flush();
    }

    /** @param party whose order it must be; null for the desk */
    Optional<Order> find(@Nullable String party, UUID id) {
        return Optional.ofNullable(entities.find(Order.class, id))
                .filter(order -> party == null || order.asked().party().equals(party));
    }

    /** The order under its row lock, which every change of it takes first. */
    Optional<Order> lock(@Nullable String party, UUID id) {
        return entities.createQuery(
                        "select o from PlatformOrder o where (:party is null or o.asked.party = :party) and o.id = :id",
                        Order.class)
                .setParameter("party", party)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Newest first. */
    List<OrderSummary> page(@Nullable String party, @Nullable OrderStatus status, @Nullable UUID after, int limit) {
        return sql.list(SUMMARY + """

                         where (?::text is null or party = ?)
                           and (?::text is null or status = ?)
                           and (?::uuid is null or id < ?)
                         order by id desc limit ?""", Orders::summary, party, party, status, status, after, after, limit);
    }

    List<OrderSummary> of(UUID caseId) {
        return sql.list(SUMMARY + " where case_id = ? order by id", Orders::summary, caseId);
    }

    List<UUID> issuedBy(UUID decisionId) {
        return sql.list(
                "select id from orders where decision_id = ? order by id", row -> Sql.id(row, "id"), decisionId);
    }

    /** How the case's other orders stand; asked under the lock of the case. */
    Set<OrderStatus> othersOf(Order order) {
        return new HashSet<>(sql.list(
                "select distinct status from orders where case_id = ? and id <> ?",
                row -> OrderStatus.valueOf(row.getString("status")),
                order.asked().caseId(),
                order.id()));
    }

    /** Those of the contents about which a platform is already being asked with this power. */
    Set<UUID> asked(Instrument instrument, Collection<UUID> contents) {
        return Set.copyOf(sql.list(
                "select content_id from order_locator where instrument = ? and content_id = any (?) and open",
                row -> Sql.id(row, "content_id"),
                instrument,
                contents.toArray(UUID[]::new)));
    }

    private static OrderSummary summary(java.sql.ResultSet row) throws java.sql.SQLException {
        return new OrderSummary(
                Sql.id(row, "id"),
                Sql.id(row, "case_id"),
                row.getString("platform"),
                row.getString("party"),
                Instrument.valueOf(row.getString("instrument")),
                row.getString("category"),
                row.getBoolean("urgent"),
                OrderStatus.valueOf(row.getString("status")),
                Sql.time(row, "issued_at"),
                Sql.time(row, "serve_by"),
                Sql.timeOrNull(row, "received_at"),
                Sql.timeOrNull(row, "act_by"),
                Sql.timeOrNull(row, "legal_due"),
                Sql.timeOrNull(row, "acknowledged_at"),
                Sql.timeOrNull(row, "answered_at"),
                Sql.timeOrNull(row, "closed_at"));
    }
}
