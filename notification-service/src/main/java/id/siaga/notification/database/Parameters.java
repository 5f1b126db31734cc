// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Binds the values of one statement from left to right. */
public final class Parameters {

    private final PreparedStatement statement;
    private int last;

    private Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    public static Parameters of(PreparedStatement statement) {
        return new Parameters(statement);
    }

    public Parameters id(UUID id) throws SQLException {
        statement.setObject(++last, id);
        return this;
    }

    public Parameters optionalId(@Nullable UUID id) throws SQLException {
        statement.setObject(++last, id, Types.OTHER);
        return this;
    }

    public Parameters text(@Nullable String text) throws SQLException {
        statement.setString(++last, text);
        return this;
    }

    public Parameters number(long number) throws SQLException {
        statement.setLong(++last, number);
        return this;
    }

    public Parameters flag(boolean flag) throws SQLException {
        statement.setBoolean(++last, flag);
        return this;
    }

    public Parameters optionalNumber(@Nullable Integer number) throws SQLException {
        statement.setObject(++last, number, Types.INTEGER);
        return this;
    }

    public Parameters bytes(byte[] bytes) throws SQLException {
        statement.setBytes(++last, bytes);
        return this;
    }

    public Parameters time(@Nullable Instant time) throws SQLException {
        statement.setObject(++last, time == null ? null : utc(time), Types.TIMESTAMP_WITH_TIMEZONE);
        return this;
    }

    /**
     * An array.
     *
     * @param type PostgreSQL's name of the elements' type
     */
    public Parameters array(String type, Collection<?> values) throws SQLException {
        statement.setArray(++last, statement.getConnection().createArrayOf(type, values.toArray()));
        return this;
    }

    /** An array of times, some of which may be missing. */
    public Parameters times(Stream<@Nullable Instant> times) throws SQLException {
        Object[] elements =
                times.map(time -> time == null ? null : time.toString()).toArray();
        statement.setArray(++last, statement.getConnection().createArrayOf("timestamptz", elements));
        return this;
    }

    /** An array of ids, some of which may be missing. */
    public Parameters ids(Stream<@Nullable UUID> ids) throws SQLException {
        Object[] elements = ids.map(id -> id == null ? null : id.toString()).toArray();
        statement.setArray(++last, statement.getConnection().createArrayOf("uuid", elements));
        return this;
    }

    public static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public static Instant requiredTime(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
