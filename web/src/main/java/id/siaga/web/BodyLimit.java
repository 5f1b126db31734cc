// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How much of a body is taken. What is read into memory, as JSON is, may be as long as {@code siaga.web.max-body-size}; an
 * endpoint that takes an {@link InputStream} reads as it goes, and says itself how long its body may be. The server's own
 * limit cannot do this: it is one for all, and its 413 is no problem+json.
 */
@ApplicationScoped
public class BodyLimit {

    private final HttpServerRequest request;
    private final long inMemory;

    BodyLimit(
            HttpServerRequest request,
            @ConfigProperty(name = "siaga.web.max-body-size", defaultValue = "1M") MemorySize inMemory) {
        this.request = request;
        this.inMemory = inMemory.asLongValue();
    }

    /**
     * The body of the current request, read through a limit.
     *
     * @param most bytes that the body may have
     * @throws BodyRefusal 413 at once when the request declares more, or while reading when more comes; 400 while reading
     *     when the body does not come whole
     */
    public InputStream of(InputStream body, long most) {
        String declared = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (declared != null && Long.parseLong(declared) > most) {
            throw BodyRefusal.tooLarge(most);
        }
        return new LimitedBody(body, most);
    }

    byte[] whole(InputStream body) throws IOException {
        return of(body, inMemory).readAllBytes();
    }
}
