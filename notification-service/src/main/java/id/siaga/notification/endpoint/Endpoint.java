// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import jakarta.persistence.Embedded;
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

    /** Counts its owner's edits; what an edit must name. */
    private int revision = 1;

    private String party;

    /** The owner's roles when it registered: {@code *} in an audience means parties with role partner. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles;

    private String url;

    /** A new URL of an endpoint that is told already; taken up when it has answered a challenge. */
    private @Nullable String pendingUrl;

    @Embedded
    private EndpointSettings settings;

    @Embedded
    private EndpointSecrets secrets;

    @Enumerated(EnumType.STRING)
    private EndpointStatus status = EndpointStatus.UNVERIFIED;

    /** Whether it is paused because its party is suspended: its owner cannot end that, and its readmission does. */
    private boolean suspended;

    private Instant createdAt;

    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Endpoint() {}

    Endpoint(
            UUID id,
            String party,
            Set<String> roles,
            String url,
            EndpointSettings settings,
            byte[] sealedSecret,
            Instant createdAt) {
        this.id = id;
        this.party = party;
        this.roles = roles.stream().sorted().toList();
        this.url = url;
        this.settings = settings;
        this.secrets = new EndpointSecrets(sealedSecret);
        this.createdAt = createdAt;
    }

    /** Its owner says anew what it is to be; true when a URL is to be verified. */
    boolean edit(String newUrl, EndpointSettings changed) {
        settings = changed;
        revision++;
        if (newUrl.equals(url)) {
            pendingUrl = null;
            return false;
        }
        boolean known = newUrl.equals(pendingUrl);
        switch (status) {
            case ACTIVE, PAUSED -> pendingUrl = newUrl;
            case UNVERIFIED, DISABLED, DELETED -> url = newUrl;
        }
        return !known;
    }

    /** The URL has shown that it is the owner's; false when it is none of the endpoint's. */
    boolean verified(String shown) {
        if (!shown.equals(urlToVerify())) {
            return false;
        }
        url = shown;
        pendingUrl = null;
        if (status != EndpointStatus.PAUSED && become(EndpointStatus.ACTIVE)) {
            endedAt = null;
        }
        return true;
    }

    String urlToVerify() {
        return pendingUrl == null ? url : pendingUrl;
    }

    /** Ends it, unless it has ended so already; true when something changed. */
    boolean end(EndpointStatus end, Instant now) {
        if (!become(end)) {
            return false;
        }
        endedAt = now;
        if (end == EndpointStatus.DELETED) {
            secrets.forget();
        }
        return true;
    }

    /** True when something changed: what has become so already does not again. */
    boolean become(EndpointStatus next) {
        if (!status.canBecome(next)) {
            return false;
        }
        status = next;
        return true;
    }

    /** Its party is suspended; true when it was told what happens until now. */
    boolean suspend() {
        if (status != EndpointStatus.ACTIVE) {
            return false;
        }
        suspended = true;
        return become(EndpointStatus.PAUSED);
    }

    /** Its party is admitted again; what its owner has paused stays so, and what has ended meanwhile. */
    void readmit() {
        if (suspended && status == EndpointStatus.PAUSED) {
            become(EndpointStatus.ACTIVE);
        }
        suspended = false;
    }

    boolean suspended() {
        return suspended;
    }

    UUID id() {
        return id;
    }

    int revision() {
        return revision;
    }

    String party() {
        return party;
    }

    EndpointOwner owner() {
        return new EndpointOwner(party, settings.contact());
    }

    String url() {
        return url;
    }

    @Nullable
    String pendingUrl() {
        return pendingUrl;
    }

    EndpointSettings settings() {
        return settings;
    }

    EndpointSecrets secrets() {
        return secrets;
    }

    EndpointStatus status() {
        return status;
    }

    Instant createdAt() {
        return createdAt;
    }
}
