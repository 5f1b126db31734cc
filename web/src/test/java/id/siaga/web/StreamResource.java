// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** A small resource that takes bodies as they come, as a service would. */
@ApplicationScoped
@Path("/v1/streams")
@RunOnVirtualThread
public class StreamResource {

    static final int MOST = 3 << 20;

    private final BodyLimit limit;

    StreamResource(BodyLimit limit) {
        this.limit = limit;
    }

    @PUT
    @Path("/whole")
    @RolesAllowed("reporter")
    public Map<String, Long> count(InputStream body) throws IOException {
        return Map.of("read", limit.of(body, MOST).transferTo(OutputStream.nullOutputStream()));
    }

    @PUT
    @Path("/beginning")
    @RolesAllowed("reporter")
    public Map<String, Integer> first(InputStream body) throws IOException {
        return Map.of("first", limit.of(body, MOST).read());
    }

    @PUT
    @Path("/unread")
    @RolesAllowed("reporter")
    public Map<String, Integer> none(InputStream body) {
        throw new InvalidRequest("path:unread", "is never read");
    }
}
