// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.platform.LedgerLine.Outcome;
import id.siaga.localstack.platform.Misfortune.Fate;
import id.siaga.localstack.platform.conduct.Cast;
import id.siaga.localstack.platform.conduct.Pace;
import id.siaga.localstack.platform.conduct.Persona;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Takes one webhook call: verify, write to the ledger, act once, and only then confirm. */
public final class WebhookReceiver {
    /** Instead of a status: let the caller wait in vain. */
    public static final int NO_ANSWER = 0;

    private final Secrets secrets;
    private final WebhookLedger ledger;
    private final Misfortune misfortune;
    private final BiConsumer<Persona, JsonNode> work;
    private final Cast cast;
    private final Pace pace;
    private final Clock clock;

    /** The signing secret of a party's endpoint, or null when it has none. */
    @FunctionalInterface
    public interface Secrets {
        @Nullable
        String of(Persona persona);
    }

    public WebhookReceiver(
            Secrets secrets,
            WebhookLedger ledger,
            Misfortune misfortune,
            BiConsumer<Persona, JsonNode> work,
            Cast cast,
            Pace pace,
            Clock clock) {
        this.secrets = secrets;
        this.ledger = ledger;
        this.misfortune = misfortune;
        this.work = work;
        this.cast = cast;
        this.pace = pace;
        this.clock = clock;
    }

    /** Returns the HTTP status to answer with, or {@link #NO_ANSWER}; header names are lower-case. */
    public int receive(Persona persona, Map<String, List<String>> headers, byte[] body) throws InterruptedException {
        boolean verified = verified(persona, headers, body);
        JsonNode event = Json.parseLeniently(body);
        String webhookId = headers.getOrDefault("webhook-id", List.of("")).getFirst();
        Outcome outcome = outcome(persona, webhookId, verified, event);
        LedgerLine line = ledger.write(new LedgerLine(
                clock.instant(),
                webhookId,
                event.path("type").asText(),
                event.path("subject").asText(),
                Json.textOrNull(event, "sequence"),
                persona.party(),
                verified,
                outcome,
                ledger.attempt(persona.party(), webhookId),
                Json.textOrNull(event.path("data"), "itemStatus")));
        if (line.outcome().acted()) {
            work.accept(persona, event);
        }
        Thread.sleep(pace.untilConfirmed(persona));
        return switch (line.outcome()) {
            case TAKEN, REPEATED -> 204;
            case TAKEN_UNCONFIRMED, TURNED_AWAY -> 503;
            case LEFT_HANGING -> NO_ANSWER;
            case UNVERIFIED -> 401;
            case UNREADABLE -> 400;
        };
    }

    /** What a challenge is answered with, as JSON; nothing for what is no challenge, or was not signed for this party. */
    public Optional<byte[]> repeated(Persona persona, Map<String, List<String>> headers, byte[] body) {
        JsonNode event = Json.parseLeniently(body);
        boolean challenge = event.path("type").asText().startsWith("id.siaga.endpoint.challenged.");
        return challenge && verified(persona, headers, body)
                ? Optional.of(Json.bytes(Json.object()
                        .put("challenge", event.path("data").path("challenge").asText())))
                : Optional.empty();
    }

    private Outcome outcome(Persona persona, String webhookId, boolean verified, JsonNode event) {
        if (!verified) {
            return Outcome.UNVERIFIED;
        }
        if (event.path("type").asText().isEmpty()
                || event.path("subject").asText().isEmpty()) {
            return Outcome.UNREADABLE;
        }
        boolean order = event.path("type").asText().startsWith("id.siaga.order.issued.");
        Fate fate = misfortune.next(cast.temperOf(persona), order, ledger.attempt(persona.party(), webhookId));
        if (fate == Fate.BEFORE_THE_WORK) {
            return Outcome.TURNED_AWAY;
        }
        if (fate == Fate.NO_ANSWER) {
            return Outcome.LEFT_HANGING;
        }
        if (ledger.hasTaken(persona.party(), webhookId)) {
            return Outcome.REPEATED;
        }
        return fate == Fate.AFTER_THE_WORK ? Outcome.TAKEN_UNCONFIRMED : Outcome.TAKEN;
    }

    private boolean verified(Persona persona, Map<String, List<String>> headers, byte[] body) {
        String secret = secrets.of(persona);
        if (secret == null) {
            return false;
        }
        try {
            new Webhook(secret).verify(new String(body, StandardCharsets.UTF_8), headers);
            return true;
        } catch (WebhookVerificationException refused) {
            return false;
        }
    }
}
