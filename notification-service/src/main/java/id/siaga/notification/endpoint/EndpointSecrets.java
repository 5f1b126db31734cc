// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import jakarta.persistence.Embeddable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What an endpoint has that nobody reads in clear but who calls it. */
@Embeddable
class EndpointSecrets {

    private byte @Nullable [] sealedSecret;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> headerNames = List.of();

    private byte @Nullable [] sealedHeaders;

    private byte @Nullable [] sealedOauthSecret;

    /** Hibernate fills it. */
    protected EndpointSecrets() {}

    EndpointSecrets(byte[] sealedSecret) {
        this.sealedSecret = sealedSecret.clone();
    }

    void carry(Collection<String> names, byte @Nullable [] sealed) {
        headerNames = List.copyOf(names);
        sealedHeaders = sealed;
    }

    /** Returns the old one. */
    byte[] replaceSecret(byte[] sealed) {
        byte[] old = Objects.requireNonNull(sealedSecret, "an endpoint that is not deleted has a secret");
        sealedSecret = sealed.clone();
        return old;
    }

    void authorizeBy(byte @Nullable [] sealed) {
        sealedOauthSecret = sealed;
    }

    /** Has each that is there sealed anew. */
    void reseal(UUID endpointId, Resealing resealing) {
        sealedSecret = anew(sealedSecret, SecretContext.of(endpointId), resealing);
        sealedHeaders = anew(sealedHeaders, SecretContext.headersOf(endpointId), resealing);
        sealedOauthSecret = anew(sealedOauthSecret, SecretContext.oauthOf(endpointId), resealing);
    }

    private static byte @Nullable [] anew(byte @Nullable [] secret, String context, Resealing resealing) {
        return secret == null ? null : resealing.anew(secret, context);
    }

    void forget() {
        sealedSecret = null;
        sealedHeaders = null;
        sealedOauthSecret = null;
    }

    List<String> headerNames() {
        return headerNames;
    }

    byte @Nullable [] sealedHeaders() {
        return sealedHeaders;
    }

    byte @Nullable [] sealedOauthSecret() {
        return sealedOauthSecret;
    }
}
