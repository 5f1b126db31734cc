// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The table {@code party_standing}: what operators have said of parties, the latest of which holds. */
@ApplicationScoped
class Standings {

    private static final String CURRENT = """
            SELECT DISTINCT ON (party) party, version, standing, roles, reason, changed_by, changed_at
            FROM party_standing ORDER BY party, version DESC""";
    private static final String OF_PARTY = """
            SELECT party, version, standing, roles, reason, changed_by, changed_at
            FROM party_standing WHERE party = ? ORDER BY version DESC LIMIT ?""";

    private final AgroalDataSource database;

    Standings(AgroalDataSource database) {
        this.database = database;
    }

    /** How parties stand of which an operator has said it, by name. */
    Map<String, StandingView> current() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(CURRENT);
                ResultSet row = select.executeQuery()) {
            Map<String, StandingView> current = new TreeMap<>();
            while (row.next()) {
                current.put(row.getString("party"), view(row));
            }
            return current;
        }
    }

    /** What was said of a party, the newest first. */
    List<StandingView> of(String party, int most) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(OF_PARTY)) {
            select.setString(1, party);
            select.setInt(2, most);
            try (ResultSet row = select.executeQuery()) {
                List<StandingView> found = new ArrayList<>();
                while (row.next()) {
                    found.add(view(row));
                }
                return found;
            }
        }
    }

    /** As the latest word on a party, which nobody else adds to until the transaction ends. */
    Optional<StandingView> lock(String party) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, "party-standing:" + party);
            lock.execute();
        }
        return of(party, 1).stream().findFirst();
    }

    void add(String party, StandingView change) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        INSERT INTO party_standing (party, version, standing, roles, reason, changed_by, changed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""")) {
            insert.setString(1, party);
            insert.setInt(2, change.version());
            insert.setString(3, change.standing().name());
            insert.setArray(4, connection.createArrayOf("text", change.roles().toArray()));
            insert.setString(5, change.reason());
            insert.setString(6, change.by());
            insert.setTimestamp(7, Timestamp.from(change.at()));
            insert.executeUpdate();
        }
    }

    private static StandingView view(ResultSet row) throws SQLException {
        return new StandingView(
                row.getInt("version"),
                Standing.valueOf(row.getString("standing")),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getString("reason"),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }
}
