// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks a list of the public API page by page, by its cursor. */
public final class Pages {

    private Pages() {}

    /** Hands over entry after entry until the reader has enough (returns false) or the list ends. */
    public static void walk(
            Api api, Identity as, Service service, String path, String field, Predicate<JsonNode> reader) {
        String separator = path.contains("?") ? "&" : "?";
        @Nullable String cursor = null;
        do {
            String page = path + separator + "limit=200"
                    + (cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
            JsonNode body = api.send(as, Call.get(service, page)).orThrow();
            for (JsonNode entry : body.path(field)) {
                if (!reader.test(entry)) {
                    return;
                }
            }
            cursor = Json.textOrNull(body, "next");
        } while (cursor != null);
    }
}
