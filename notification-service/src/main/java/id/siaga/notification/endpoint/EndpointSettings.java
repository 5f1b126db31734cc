// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What an endpoint's owner says of it and may change at any time without showing anything anew. */
@Embeddable
record EndpointSettings(
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> eventTypes,
        @Nullable String description,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> categories,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> platforms,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> regions,
        boolean urgentOnly,
        boolean ownSubjectsOnly,
        String apiVersion,
        @Nullable Integer rateLimit,
        boolean ordered,
        @Nullable String contact,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> signatures,
        @Nullable UUID fallbackId,
        @Nullable String oauthTokenUrl,
        @Nullable String oauthClientId,
        @Nullable String oauthScope) {

    static EndpointSettings of(EndpointRequest request) {
        OAuth2Settings oauth2 = request.oauth2();
        EndpointFilters filters = Objects.requireNonNullElse(request.filters(), EndpointFilters.NONE);
        return new EndpointSettings(
                distinct(request.eventTypes()),
                request.description(),
                distinct(filters.categories()),
                distinct(filters.platforms()),
                distinct(filters.regions()),
                Boolean.TRUE.equals(filters.urgentOnly()),
                Boolean.TRUE.equals(filters.ownSubjectsOnly()),
                Objects.requireNonNullElse(request.apiVersion(), "1"),
                request.rateLimit(),
                !Boolean.FALSE.equals(request.ordered()),
                request.contact(),
                request.signatures() == null ? List.of("v1") : distinct(request.signatures()),
                request.fallbackEndpointId(),
                oauth2 == null ? null : oauth2.tokenUrl(),
                oauth2 == null ? null : oauth2.clientId(),
                oauth2 == null ? null : oauth2.scope());
    }

    EndpointFilters filters() {
        return new EndpointFilters(categories, platforms, regions, urgentOnly, ownSubjectsOnly);
    }

    /** As it is shown. */
    @Nullable
    OAuth2Settings oauth2() {
        return oauthTokenUrl == null || oauthClientId == null
                ? null
                : new OAuth2Settings(oauthTokenUrl, oauthClientId, CustomHeaders.MASK, oauthScope);
    }

    private static List<String> distinct(@Nullable List<String> values) {
        return values == null ? List.of() : values.stream().distinct().toList();
    }
}
