// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Identity;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Service;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Walks a list of the public API page by page, by its cursor. */
final class Pages {

    private Pages() {}

    /** Hands over entry after entry until the reader has enough (returns false) or the list ends. */
    static void walk(Api api, Identity as, Service service, String path, String field, Predicate<JsonNode> reader) {
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
