// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Identity;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Pages;
import id.siaga.localstack.client.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The books that the services keep, by their APIs. */
final class Books {

    /** As many spans as a service answers at most. */
    private static final int MOST_SPANS = 1500;

    private final Api api;
    private final Identity as;

    Books(Api api, Identity as) {
        this.api = api;
        this.as = as;
    }

    /** How many entries there are, and what tells them from others. */
    record Digest(long entries, String digest) {}

    /** How far a service is with what it tells and is told. */
    record Standing(
            Instant asOf, Instant keptSince, @Nullable Instant unpublishedSince, List<Place> places) {

        /** Whether all that it had written by then is published. */
        boolean hasPublished(Instant time) {
            return unpublishedSince == null || unpublishedSince.isAfter(time);
        }

        /** Whether it has taken all that lay in the topics then. */
        boolean hasTaken(Standing then) {
            Map<String, Long> taken = new TreeMap<>();
            places.forEach(place -> taken.put(place.partition(), place.taken()));
            return then.places.stream().allMatch(place -> taken.getOrDefault(place.partition(), 0L) >= place.end());
        }
    }

    /** A partition of a topic. */
    record Place(String partition, long taken, long end) {}

    Standing standing(Service service) {
        JsonNode answer = api.send(as, Call.get(service, "/v1/books")).orThrow();
        List<Place> places = answer.path("places")
                .valueStream()
                .map(place -> new Place(
                        place.path("topic").asText() + "-"
                                + place.path("partition").asText(),
                        place.path("taken").asLong(),
                        place.path("end").asLong()))
                .toList();
        String unpublished = Json.textOrNull(answer, "unpublishedSince");
        return new Standing(
                Instant.parse(answer.path("asOf").asText()),
                Instant.parse(answer.path("keptSince").asText()),
                unpublished == null ? null : Instant.parse(unpublished),
                places);
    }

    Map<Instant, Digest> digests(Service service, Matter matter, Span span, Duration step) {
        Map<Instant, Digest> digests = new TreeMap<>();
        Duration most = step.multipliedBy(MOST_SPANS);
        for (Instant from = span.from(); from.isBefore(span.to()); from = from.plus(most)) {
            String path = "/v1/books/%s/digests?from=%s&to=%s&step=%d"
                    .formatted(matter.book(), from, span.to(), step.toSeconds());
            api.send(as, Call.get(service, path))
                    .orThrow()
                    .path("digests")
                    .forEach(one -> digests.put(
                            Instant.parse(one.path("from").asText()),
                            new Digest(
                                    one.path("entries").asLong(),
                                    one.path("digest").asText())));
        }
        return digests;
    }

    Map<UUID, Entry> entries(Service service, Matter matter, List<Span> spans) {
        Map<UUID, Entry> entries = new TreeMap<>();
        for (Span span : spans) {
            String path = "/v1/books/%s/entries?from=%s&to=%s".formatted(matter.book(), span.from(), span.to());
            Pages.walk(api, as, service, path, "entries", entry -> {
                Entry read = Entry.of(entry);
                entries.put(read.id(), read);
                return true;
            });
        }
        return entries;
    }

    /** Has the owner tell again what differs; returns of how much it knows something. */
    int restate(Matter matter, List<Difference> differences, String reason) {
        ArrayNode known = Json.array();
        differences.forEach(one -> known.addObject()
                .put("id", one.id().toString())
                .put("told", one.readers() == null ? 0 : one.readers().told())
                .put("sequence", one.readers() == null ? 0 : one.readers().sequence()));
        JsonNode body = Json.object().put("reason", reason).set("known", known);
        Call call = Call.post(matter.owner(), "/v1/books/" + matter.book() + "/restatements", body)
                .once(UUID.randomUUID().toString());
        return api.send(as, call).orThrow().path("restated").asInt();
    }
}
