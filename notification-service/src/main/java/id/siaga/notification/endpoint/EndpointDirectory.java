// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.keyring.Keyring;
import id.siaga.notification.database.Database;
import id.siaga.notification.database.Parameters;
import id.siaga.notification.oauth.ClientCredentials;
import id.siaga.notification.signing.SignatureScheme;
import id.siaga.notification.signing.SigningChoice;
import id.siaga.notification.signing.SigningSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How endpoints are called, for a whole batch at a time; plain JDBC, because each question is one set-based statement. */
@ApplicationScoped
public class EndpointDirectory {

    private static final String TARGETS = """
            SELECT e.id, e.url, e.sealed_secret, e.sealed_headers, e.signatures, e.oauth_token_url, e.oauth_client_id,
                   e.oauth_scope, e.sealed_oauth_secret, ARRAY(
                SELECT r.sealed_secret FROM retiring_secret r WHERE r.endpoint_id = e.id AND r.retires_at > ?
                ORDER BY r.id DESC) AS retiring
            FROM endpoint e
            WHERE e.id = ANY (?) AND e.status = ANY (?)""";

    private final Database database;
    private final Keyring keyring;
    private final CustomHeaders headers;
    private final ClientSecrets clientSecrets;
    private final Clock clock;

    EndpointDirectory(
            Database database, Keyring keyring, CustomHeaders headers, ClientSecrets clientSecrets, Clock clock) {
        this.clientSecrets = clientSecrets;
        this.database = database;
        this.keyring = keyring;
        this.headers = headers;
        this.clock = clock;
    }

    /**
     * What is needed to call an endpoint.
     *
     * @param headers what its owner wants to be sent along, by lower-case names
     * @param credentials by what a token is got that it wants with each request
     */
    public record Target(
            String url,
            SigningChoice signing,
            Map<String, String> headers,
            @Nullable ClientCredentials credentials) {}

    /** How to call each of these; those that are told nothing are missing. */
    public Map<UUID, Target> targets(Collection<UUID> endpointIds) {
        return targets(endpointIds, EndpointStatus.ACTIVE::equals);
    }

    /** How to ask this one whether it is its owner's, even while it is told nothing. */
    public Optional<Target> whether(UUID endpointId) {
        return target(endpointId, status -> status != EndpointStatus.DELETED);
    }

    /** How to call this one, also while it is paused; nothing when it has not shown that it is its owner's, or is gone. */
    public Optional<Target> verified(UUID endpointId) {
        return target(endpointId, EndpointStatus::isVerified);
    }

    private Optional<Target> target(UUID endpointId, Predicate<EndpointStatus> wanted) {
        return Optional.ofNullable(targets(List.of(endpointId), wanted).get(endpointId));
    }

    private Map<UUID, Target> targets(Collection<UUID> endpointIds, Predicate<EndpointStatus> wanted) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(TARGETS)) {
                Parameters.of(select)
                        .time(clock.instant())
                        .array("uuid", endpointIds)
                        .array(
                                "text",
                                Stream.of(EndpointStatus.values())
                                        .filter(wanted)
                                        .map(Enum::name)
                                        .toList());
                Map<UUID, Target> targets = new HashMap<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        UUID id = row.getObject("id", UUID.class);
                        targets.put(id, target(id, row));
                    }
                }
                return targets;
            }
        });
    }

    private Target target(UUID id, ResultSet row) throws SQLException {
        List<SigningSecret> secrets = new ArrayList<>();
        secrets.add(secret(id, row.getBytes("sealed_secret")));
        for (Object retiring : (Object[]) row.getArray("retiring").getArray()) {
            secrets.add(secret(id, (byte[]) retiring));
        }
        List<SignatureScheme> schemes = Arrays.stream(
                        (String[]) row.getArray("signatures").getArray())
                .map(SignatureScheme::of)
                .toList();
        return new Target(
                row.getString("url"),
                new SigningChoice(schemes, secrets),
                headers.open(id, row.getBytes("sealed_headers")),
                clientSecrets.open(
                        id,
                        row.getString("oauth_token_url"),
                        row.getString("oauth_client_id"),
                        row.getString("oauth_scope"),
                        row.getBytes("sealed_oauth_secret")));
    }

    private SigningSecret secret(UUID id, byte[] sealed) {
        return SigningSecret.of(keyring.open(sealed, SecretContext.of(id)));
    }

    /** Whose it is; nothing when it is told nothing. */
    public Optional<EndpointOwner> owner(UUID endpointId) {
        return database.run(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT party, contact FROM endpoint WHERE id = ? AND status = 'ACTIVE'")) {
                Parameters.of(select).id(endpointId);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new EndpointOwner(row.getString("party"), row.getString("contact")))
                            : Optional.empty();
                }
            }
        });
    }

    /**
     * Keeps an endpoint from being queued for until the transaction ends. Who fails over holds a lane of one endpoint and needs
     * one of another, and fan-out locks the same two, in whatever order.
     */
    public void holdAgainstFanOut(UUID endpointId) {
        database.run(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT 1 FROM endpoint WHERE id = ? FOR NO KEY UPDATE")) {
                Parameters.of(select).id(endpointId);
                return select.execute();
            }
        });
    }

    /** Those of them that are told anything. */
    public Set<UUID> active(Collection<UUID> endpointIds) {
        return endpointIds.isEmpty() ? Set.of() : database.run(connection -> active(connection, endpointIds));
    }

    private static Set<UUID> active(Connection connection, Collection<UUID> endpointIds) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM endpoint WHERE id = ANY (?) AND status = 'ACTIVE'")) {
            Parameters.of(select).array("uuid", endpointIds);
            Set<UUID> active = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    active.add(row.getObject(1, UUID.class));
                }
            }
            return active;
        }
    }
}
