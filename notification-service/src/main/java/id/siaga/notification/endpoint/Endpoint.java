// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Where a party receives webhooks. */
@Entity
@Table(name = "endpoint")
@SuppressWarnings("UnusedVariable") // Some columns are read by statements only, see EndpointDirectory.
class Endpoint {

    @Id
    private UUID id;

    @Version
    private int version;

    private String party;

    /** The owner's roles when it registered: {@code *} in an audience means parties with role partner. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles;

    private String url;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> eventTypes;

    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    private EndpointStatus status = EndpointStatus.ACTIVE;

    private byte @Nullable [] sealedSecret;

    private Instant createdAt;

    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Endpoint() {}

    Endpoint(
            UUID id,
            String party,
            Set<String> roles,
            String url,
            List<String> eventTypes,
            @Nullable String description,
            byte[] sealedSecret,
            Instant createdAt) {
        this.id = id;
        this.party = party;
        this.roles = roles.stream().sorted().toList();
        this.url = url;
        this.eventTypes = List.copyOf(eventTypes);
        this.description = description;
        this.sealedSecret = sealedSecret.clone();
        this.createdAt = createdAt;
    }

    /** Ends it, unless it has ended so already; true when something changed. */
    boolean end(EndpointStatus end, Instant now) {
        if (!status.canBecome(end)) {
            return false;
        }
        status = end;
        endedAt = now;
        if (end == EndpointStatus.DELETED) {
            sealedSecret = null;
        }
        return true;
    }

    UUID id() {
        return id;
    }

    String party() {
        return party;
    }

    String url() {
        return url;
    }

    List<String> eventTypes() {
        return eventTypes;
    }

    @Nullable
    String description() {
        return description;
    }

    EndpointStatus status() {
        return status;
    }

    Instant createdAt() {
        return createdAt;
    }
}
