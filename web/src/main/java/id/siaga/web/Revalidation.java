// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.HexFormat;

/** Answers lists that seldom change, so that callers keep them for an hour and then need not load the same again. */
@ApplicationScoped
public class Revalidation {

    static final int TAG_LENGTH = 32;

    private static final int KEPT_SECONDS = (int) Duration.ofHours(1).toSeconds();

    private final ObjectMapper json;

    Revalidation(ObjectMapper json) {
        this.json = json;
    }

    /** The list with its tag; 304 to a caller that has this very list. */
    public Response answer(Request request, Object list) {
        byte[] body = bytes(list);
        String digest = HexFormat.of().formatHex(BodyDigest.sha256(body));
        EntityTag tag = new EntityTag(digest.substring(0, TAG_LENGTH));
        Response.ResponseBuilder answer = request.evaluatePreconditions(tag);
        if (answer == null) {
            answer = Response.ok(body, MediaType.APPLICATION_JSON_TYPE).tag(tag);
        }
        CacheControl kept = new CacheControl();
        kept.setPrivate(true);
        kept.setMaxAge(KEPT_SECONDS);
        return answer.cacheControl(kept).build();
    }

    private byte[] bytes(Object list) {
        try {
            return json.writeValueAsBytes(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of our own cannot be written", e);
        }
    }
}
