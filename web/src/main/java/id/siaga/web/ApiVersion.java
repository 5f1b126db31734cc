// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says in every answer which version of the API gave it. */
class ApiVersion {

    static final String FORM = "[0-9]{1,5}(\\.[0-9]{1,5}){2}";
    static final int LONGEST = 17;

    private final String version;

    ApiVersion(@ConfigProperty(name = "siaga.api-version", defaultValue = "1.0.0") String version) {
        if (!version.matches(FORM)) {
            throw new IllegalArgumentException("siaga.api-version must be such as 1.0.0, and is " + version);
        }
        this.version = version;
    }

    @ServerResponseFilter
    void say(ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle("API-Version", version);
    }
}
