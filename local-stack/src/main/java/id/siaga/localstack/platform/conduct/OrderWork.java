// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform.conduct;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Identity;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Service;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a platform does with an order: acknowledge, read it with its own token, answer for every locator. */
public final class OrderWork implements AutoCloseable {
    private static final Logger LOG = System.getLogger(OrderWork.class.getName());

    private static final String ISSUED = "id.siaga.order.issued.";
    private static final String CLARIFIED = "id.siaga.order.clarified.";

    private final Api api;
    private final Predicate<String> announced;
    private final Cast cast;
    private final Pace pace;
    private final Clock clock;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    /** {@code announced}: whether a webhook has told of the order with this id. */
    public OrderWork(Api api, Predicate<String> announced, Cast cast, Pace pace, Clock clock) {
        this.api = api;
        this.announced = announced;
        this.cast = cast;
        this.pace = pace;
        this.clock = clock;
    }

    /** What a verified webhook asks for; events that only inform ask for nothing. */
    public void take(Persona persona, JsonNode event) {
        String type = event.path("type").asText();
        boolean works = persona.isPlatform() && cast.temperOf(persona) != Temper.SILENT;
        if (works && (type.startsWith(ISSUED) || type.startsWith(CLARIFIED))) {
            begin(persona, event.path("subject").asText(), type);
        }
    }

    /** Takes up orders that were left open, say by a restart; those never announced to us are left to their webhook. */
    public void resume(Persona persona, boolean announcedOnly) {
        if (cast.temperOf(persona) == Temper.SILENT) {
            return;
        }
        workers.execute(() -> guarded(persona, () -> {
            for (String status : new String[] {"ISSUED", "DELIVERED", "ACKNOWLEDGED"}) {
                for (JsonNode order : orders(persona, status)) {
                    String id = order.path("id").asText();
                    if (!announcedOnly || !status.equals("ISSUED") || announced.test(id)) {
                        begin(persona, id, ISSUED);
                    }
                }
            }
        }));
    }

    @Override
    public void close() {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** The desk's reply may come while the question is still in hand: that is other work on the same order. */
    private void begin(Persona persona, String orderId, String why) {
        if (inHand.add(orderId + why)) {
            workers.execute(() -> {
                guarded(persona, () -> work(persona, orderId));
                inHand.remove(orderId + why);
            });
        }
    }

    private void work(Persona persona, String orderId) {
        Identity as = api.suite().identity(persona.party());
        JsonNode order =
                api.send(as, Call.get(Service.TRIAGE, "/v1/orders/" + orderId)).orThrow();
        String status = order.path("status").asText();
        if (status.equals("ISSUED") || status.equals("DELIVERED")) {
            send(
                    as,
                    Call.post(
                                    Service.TRIAGE,
                                    "/v1/orders/" + orderId + "/acknowledgement",
                                    Json.object().put("reference", AnswerPolicy.reference(persona, orderId)))
                            .saying("acknowledges order " + shortId(orderId)));
        } else if (!status.equals("ACKNOWLEDGED")) {
            return;
        }
        pause(pace.untilAnswered(persona));
        Optional<Question> question = Question.about(order);
        if (cast == Cast.IN_CHARACTER && question.isPresent()) {
            ask(as, orderId, question.get());
        } else {
            answer(persona, as, orderId, order);
        }
    }

    private void ask(Identity as, String orderId, Question question) {
        send(
                as,
                Call.post(Service.TRIAGE, "/v1/orders/" + orderId + "/" + question.verb(), question.body())
                        .saying(question.saying().replace("%s", "order " + shortId(orderId))));
    }

    private void answer(Persona persona, Identity as, String orderId, JsonNode order) {
        JsonNode answer = AnswerPolicy.answer(persona, cast.temperOf(persona), order, clock.instant());
        String results = StreamSupport.stream(answer.path("results").spliterator(), false)
                .map(result -> result.path("result").asText())
                .collect(Collectors.joining(", "));
        send(
                as,
                Call.post(Service.TRIAGE, "/v1/orders/" + orderId + "/answer", answer)
                        .saying("answers order " + shortId(orderId) + ": " + results));
    }

    private Iterable<JsonNode> orders(Persona persona, String status) {
        Identity as = api.suite().identity(persona.party());
        return api.send(as, Call.get(Service.TRIAGE, "/v1/orders?limit=200&status=" + status))
                .orThrow()
                .path("orders");
    }

    /** A refusal is said in the log, and the work goes on: the order may have been withdrawn meanwhile. */
    private void send(Identity as, Call call) {
        Answer answer = api.send(as, call);
        if (!answer.ok()) {
            LOG.log(Level.WARNING, "{0} was refused: {1} {2}", call.path(), answer.status(), answer.problem());
        }
    }

    /** Tries a few times more than the client itself does, so that a longer outage of a service costs no answer. */
    private void guarded(Persona persona, Runnable work) {
        for (int tries = 1; ; tries++) {
            try {
                work.run();
                return;
            } catch (Api.Unreachable | Answer.Refused e) {
                LOG.log(Level.WARNING, "{0}: {1}", persona.party(), e.getMessage());
                if (tries == 5 || Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
            pause(Duration.ofSeconds(2));
        }
    }

    /** Returns early, and says so to the thread, when the platform stops: what is open is taken up again at its next start. */
    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String shortId(String id) {
        return id.substring(Math.max(0, id.length() - 8));
    }
}
