// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.triage.event.News;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What intake is told of two keys of one content; nobody else, since the key of a URL is a locator. */
@RegisterForReflection(ignoreNested = false) // for Jackson; native builds find only what endpoints speak of
record ContentAliased(UUID caseId, Keys keys, @Nullable String reason, Instant recordedAt) implements News.Data {

    /** The key that is given up, and the one that stands for both. */
    record Keys(String from, String to) {}

    static ContentAliased of(UUID caseId, AliasRequest request, Instant at) {
        return new ContentAliased(caseId, new Keys(request.from(), request.to()), request.reason(), at);
    }

    News news(long sequence) {
        return new News(News.Topic.CASE, "content.aliased", caseId, sequence, Set.of(), caseId, recordedAt, this);
    }
}
