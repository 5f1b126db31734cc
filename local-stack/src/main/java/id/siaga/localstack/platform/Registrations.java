// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.StackFailure;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Identity;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Service;
import id.siaga.localstack.platform.conduct.Persona;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The endpoints that the sample parties own, with the secrets that were shown once; kept so that a restart is the same receiver. */
public final class Registrations {
    private static final String DESCRIPTION = "Siaga sample platform";
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int LOOKS = 450;

    private final Api api;
    private final Path file;
    private final Map<String, Registration> byParty = new ConcurrentHashMap<>();

    private record Registration(String endpointId, String url, String secret) {}

    public Registrations(Api api, Path file) throws IOException {
        this.api = api;
        this.file = file;
        if (Files.exists(file)) {
            for (Map.Entry<String, JsonNode> kept :
                    Json.parse(Files.readAllBytes(file)).properties()) {
                JsonNode facts = kept.getValue();
                byParty.put(
                        kept.getKey(),
                        new Registration(
                                facts.path("endpointId").asText(),
                                facts.path("url").asText(),
                                facts.path("secret").asText()));
            }
        }
    }

    /** Makes sure that the persona has one endpoint, and it is at this address; returns whether it had to be registered anew. */
    public boolean ensure(Persona persona, String url) throws IOException {
        Identity as = api.suite().identity(persona.party());
        Registration known = byParty.get(persona.party());
        if (known != null && known.url().equals(url) && stillThere(as, known)) {
            return false;
        }
        for (JsonNode endpoint : api.send(as, Call.get(Service.NOTIFICATION, "/v1/endpoints"))
                .orThrow()
                .path("endpoints")) {
            if (endpoint.path("description").asText().equals(DESCRIPTION)) {
                api.send(
                        as,
                        Call.delete(
                                Service.NOTIFICATION,
                                "/v1/endpoints/" + endpoint.path("id").asText()));
            }
        }
        byParty.put(persona.party(), register(persona, as, url));
        save();
        return true;
    }

    /**
     * Waits until the persona's endpoint has repeated its challenge: before that it is told nothing.
     *
     * @throws StackFailure when it has not in a while
     */
    public void awaitVerified(Persona persona) throws InterruptedException {
        Registration registration = byParty.get(persona.party());
        if (registration == null) {
            return;
        }
        Identity as = api.suite().identity(persona.party());
        String path = "/v1/endpoints/" + registration.endpointId();
        for (int look = 0; look < LOOKS; look++) {
            JsonNode endpoint =
                    api.send(as, Call.get(Service.NOTIFICATION, path)).orThrow();
            if (!endpoint.path("status").asText().equals("UNVERIFIED")) {
                return;
            }
            Thread.sleep(PAUSE);
        }
        JsonNode last = api.send(as, Call.get(Service.NOTIFICATION, path + "/verification"))
                .orThrow();
        throw new StackFailure("the receiver at " + registration.url() + " does not repeat its challenge: "
                + last.path("lastError").asText("it was not called yet"));
    }

    /** The id of the persona's endpoint, or null when it has none. */
    public @Nullable String endpointId(Persona persona) {
        Registration registration = byParty.get(persona.party());
        return registration == null ? null : registration.endpointId();
    }

    public @Nullable String secret(Persona persona) {
        Registration registration = byParty.get(persona.party());
        return registration == null ? null : registration.secret();
    }

    private boolean stillThere(Identity as, Registration known) {
        return api.send(as, Call.get(Service.NOTIFICATION, "/v1/endpoints/" + known.endpointId()))
                .ok();
    }

    private Registration register(Persona persona, Identity as, String url) {
        ObjectNode request = Json.object().put("url", url).put("description", DESCRIPTION);
        ArrayNode types = request.putArray("eventTypes");
        persona.eventTypes().forEach(types::add);
        JsonNode endpoint = api.send(
                        as,
                        Call.post(Service.NOTIFICATION, "/v1/endpoints", request)
                                .once("sample-platform-" + UUID.randomUUID())
                                .saying("registers a webhook endpoint for " + String.join(", ", persona.eventTypes())))
                .orThrow();
        return new Registration(
                endpoint.path("id").asText(), url, endpoint.path("secret").asText());
    }

    private void save() throws IOException {
        ObjectNode all = Json.object();
        byParty.forEach((party, kept) -> all.putObject(party)
                .put("endpointId", kept.endpointId())
                .put("url", kept.url())
                .put("secret", kept.secret()));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        // Signing secrets: readable by their owner alone, from the first byte on.
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, Json.bytes(all), StandardOpenOption.WRITE);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
