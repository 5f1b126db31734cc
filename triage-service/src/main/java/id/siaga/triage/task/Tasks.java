// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.task;

import id.siaga.messaging.Uuid7;
import id.siaga.sql.Sql;
import id.siaga.triage.platform.RouteKind;
import id.siaga.triage.record.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tasks, of which one is open for each thing to look at. */
@ApplicationScoped
class Tasks {

    private static final String COLUMNS = """
            id, kind, case_id, content_id, order_id, route_kind, route_address, standing, times, raised_at, last_raised_at,
            done_at, done_by, done_by_party, note""";

    private static final String TASKS = "select " + COLUMNS + " from task";

    private final Sql sql;

    Tasks(Sql sql) {
        this.sql = sql;
    }

    /** Those that were not open before; the others are raised once more. */
    List<TaskView> raise(List<RaiseTasks.Raised> raised, Instant at) {
        UUID[] ids = raised.stream().map(one -> Uuid7.at(at)).toArray(UUID[]::new);
        Set<UUID> candidates = Set.copyOf(Arrays.asList(ids));
        return sql
                .list(
                        """
                        insert into task (id, kind, case_id, content_id, order_id, standing, times, route_kind,
                                          route_address, raised_at, last_raised_at)
                        select t.id, t.kind, t.case_id, t.content_id, t.order_id, t.standing, t.times, t.route_kind,
                               t.route_address, ?, ?
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                            as t (id, kind, case_id, content_id, order_id, standing, times, route_kind, route_address)
                        on conflict (kind, case_id, content_id, order_id) where done_at is null do update
                        set standing = excluded.standing, times = task.times + excluded.times,
                            route_kind = excluded.route_kind, route_address = excluded.route_address,
                            last_raised_at = excluded.last_raised_at
                        returning\s""" + COLUMNS,
                        Tasks::view,
                        at,
                        at,
                        ids,
                        raised.stream().map(one -> one.kind().name()).toArray(String[]::new),
                        raised.stream().map(RaiseTasks.Raised::caseId).toArray(UUID[]::new),
                        raised.stream().map(RaiseTasks.Raised::contentId).toArray(UUID[]::new),
                        raised.stream().map(RaiseTasks.Raised::orderId).toArray(UUID[]::new),
                        raised.stream().map(RaiseTasks.Raised::standing).toArray(String[]::new),
                        raised.stream().map(RaiseTasks.Raised::times).toArray(Integer[]::new),
                        raised.stream()
                                .map(RaiseTasks.Raised::route)
                                .map(route ->
                                        route == null ? null : route.kind().name())
                                .toArray(String[]::new),
                        raised.stream()
                                .map(RaiseTasks.Raised::route)
                                .map(route -> route == null ? null : route.address())
                                .toArray(String[]::new))
                .stream()
                .filter(task -> candidates.contains(task.id()))
                .toList();
    }

    /** The task under its row lock, and its case under the lock that comes before. */
    Optional<TaskView> lock(UUID id) {
        sql.list(
                "select c.id from case_file c where id = (select case_id from task where id = ?) for no key update",
                row -> Sql.id(row, "id"),
                id);
        return sql.list(TASKS + " where id = ? for no key update", Tasks::view, id).stream()
                .findFirst();
    }

    /** Open ones about contents, or about what those stand for, under their row locks. */
    List<TaskView> lockAbout(TaskKind kind, UUID caseId, Collection<UUID> contents) {
        return sql.list(TASKS + """
                 where done_at is null and kind = ? and case_id = ?
                  and content_id in (select unnest(array[id, coalesce(same_as, id)]) from content where id = any (?))
                order by id for no key update""", Tasks::view, kind, caseId, contents.toArray(UUID[]::new));
    }

    /** Open ones about an order, under their row locks. */
    List<TaskView> lockOf(TaskKind kind, UUID orderId) {
        return sql.list(
                TASKS + " where done_at is null and kind = ? and order_id = ? order by id for no key update",
                Tasks::view,
                kind,
                orderId);
    }

    /** Whether one about this order is open. */
    boolean open(TaskKind kind, UUID orderId) {
        return !sql.list(
                        "select id from task where done_at is null and kind = ? and order_id = ?",
                        row -> Sql.id(row, "id"),
                        kind,
                        orderId)
                .isEmpty();
    }

    void finish(UUID id, @Nullable String note, Actor by, Instant at) {
        sql.update(
                "update task set done_at = ?, done_by = ?, done_by_party = ?, note = ? where id = ?",
                at,
                by.key(),
                by.party(),
                note,
                id);
    }

    Optional<TaskView> find(UUID id) {
        return sql.list(TASKS + " where id = ?", Tasks::view, id).stream().findFirst();
    }

    /** The oldest first. */
    List<TaskView> page(
            TaskStatus status, @Nullable TaskKind kind, @Nullable Instant raisedAt, @Nullable UUID id, int limit) {
        return sql.list(TASKS + """
                 where (done_at is null) = ?
                  and (?::text is null or kind = ?)
                  and (?::timestamptz is null or (raised_at, id) > (?, ?))
                order by raised_at, id limit ?""", Tasks::view, status == TaskStatus.OPEN, kind, kind, raisedAt, raisedAt, id, limit);
    }

    List<TaskView> of(UUID caseId) {
        return sql.list(TASKS + " where case_id = ? order by raised_at, id", Tasks::view, caseId);
    }

    private static @Nullable TaskRoute route(ResultSet row) throws SQLException {
        String kind = row.getString("route_kind");
        return kind == null ? null : new TaskRoute(RouteKind.valueOf(kind), row.getString("route_address"));
    }

    private static TaskView view(ResultSet row) throws SQLException {
        String key = row.getString("done_by");
        return new TaskView(
                Sql.id(row, "id"),
                TaskKind.valueOf(row.getString("kind")),
                key == null ? TaskStatus.OPEN : TaskStatus.DONE,
                Sql.id(row, "case_id"),
                row.getObject("content_id", UUID.class),
                row.getObject("order_id", UUID.class),
                route(row),
                row.getString("standing"),
                row.getInt("times"),
                Sql.time(row, "raised_at"),
                Sql.time(row, "last_raised_at"),
                Sql.timeOrNull(row, "done_at"),
                key == null ? null : Actor.shown(row.getString("done_by_party"), key),
                row.getString("note"));
    }
}
