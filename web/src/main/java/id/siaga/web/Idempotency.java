// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes a creating request happen once however often it is sent: the answer is stored in the transaction that
 * creates, under (party, route, key), and given again for the same bytes for 48 hours.
 */
@ApplicationScoped
public class Idempotency {

    /** On answers that were given before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    static final String HEADER = "Idempotency-Key";
    static final int LONGEST_KEY = 255;

    private final Callers callers;
    private final RequestFacts facts;
    private final HttpServerRequest request;
    private final StoredAnswers answers;
    private final AnswerCipher cipher;
    private final ObjectMapper json;
    private final Clock clock;

    Idempotency(
            Callers callers,
            RequestFacts facts,
            HttpServerRequest request,
            StoredAnswers answers,
            AnswerCipher cipher,
            ObjectMapper json,
            Clock clock) {
        this.callers = callers;
        this.facts = facts;
        this.request = request;
        this.answers = answers;
        this.cipher = cipher;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The current request, for {@link #together} or {@link #once(CreatingRequest, Supplier)}.
     *
     * @throws Refusal 400 without a usable key
     */
    public CreatingRequest creating() {
        return new CreatingRequest(
                new AnswerKey(sender(callers.current()), route(), requiredKey()), facts.bodyDigest());
    }

    /** A unit may not see what another unit of its party was answered, whichever key it guesses. */
    private static String sender(Caller caller) {
        return caller.unit().map(unit -> caller.party() + "/" + unit).orElseGet(caller::party);
    }

    /** As {@link #once(CreatingRequest, Supplier)}, for the current request. */
    public Response once(Supplier<Answer> creation) {
        return once(creating(), creation);
    }

    /**
     * Runs the creation in a new transaction unless this key has created already. Refusals (4xx) roll back and are
     * not stored, so that a corrected request may use the key again.
     *
     * @throws Refusal 400 without a usable key, 409 while a rival works longer than 5 s, 422 for another body
     */
    public Response once(CreatingRequest creating, Supplier<Answer> creation) {
        return QuarkusTransaction.requiringNew().call(() -> answer(creating, creation));
    }

    private Response answer(CreatingRequest creating, Supplier<Answer> creation)
            throws SQLException, JsonProcessingException {
        StoredAnswer earlier = answers.lockAndFind(creating.key(), clock.instant());
        if (earlier != null) {
            if (!Arrays.equals(earlier.digest(), creating.digest())) {
                throw new IdempotencyRefusal(IdempotencyRefusal.OTHER_BODY);
            }
            return response(earlier.status(), earlier.location(), cipher.open(earlier.body()))
                    .header(REPLAYED, "true")
                    .build();
        }
        Answered answered = answered(creating, creation.get());
        answers.store(List.of(answered.row()), clock.instant());
        return answered.response().get();
    }

    /**
     * Runs the creations of several requests in one new transaction, which waits for nobody longer than for
     * {@link StoredAnswers#SHORT_WAIT}. A request is left out, and is to be answered by {@link #once(CreatingRequest,
     * Supplier)}, when its key has created already, is being used by a rival or is that of an earlier one of them.
     *
     * @param creation gets the places of those requests that are not left out, in order, and gives an answer to each
     * @return in the order of the requests an answer, to be made on the request's own thread, or nothing for who is left
     *     out
     */
    public List<Optional<Supplier<Response>>> together(
            List<CreatingRequest> requests, Function<List<Integer>, List<Answer>> creation) {
        return QuarkusTransaction.requiringNew().call(() -> answer(requests, creation));
    }

    private List<Optional<Supplier<Response>>> answer(
            List<CreatingRequest> requests, Function<List<Integer>, List<Answer>> creation)
            throws SQLException, JsonProcessingException {
        List<Integer> places = answers.lockUnanswered(
                requests.stream().map(CreatingRequest::key).toList(), clock.instant());
        List<Optional<Supplier<Response>>> responses =
                new ArrayList<>(Collections.nCopies(requests.size(), Optional.empty()));
        if (places.isEmpty()) {
            return responses;
        }
        Iterator<Answer> created = creation.apply(places).iterator();
        List<StoredAnswers.Row> rows = new ArrayList<>(places.size());
        for (int place : places) {
            Answered answered = answered(requests.get(place), created.next());
            rows.add(answered.row());
            responses.set(place, Optional.of(answered.response()));
        }
        answers.store(rows, clock.instant());
        return responses;
    }

    /** An answer as it is kept and as it is sent. */
    private record Answered(StoredAnswers.Row row, Supplier<Response> response) {}

    private Answered answered(CreatingRequest creating, Answer answer) throws JsonProcessingException {
        byte[] body = json.writeValueAsBytes(answer.body());
        String location = answer.location().toString();
        return new Answered(
                new StoredAnswers.Row(
                        creating.key(),
                        new StoredAnswer(creating.digest(), answer.status(), location, cipher.seal(body))),
                () -> response(answer.status(), location, body).build());
    }

    private static Response.ResponseBuilder response(int status, String location, byte[] body) {
        return Response.status(status)
                .location(URI.create(location))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body);
    }

    private String route() {
        return request.method().name() + " " + request.path();
    }

    /**
     * The key that the sender chose, for endpoints that keep it by themselves.
     *
     * @throws Refusal 400 when there is none that can be used
     */
    public String requiredKey() {
        String key = request.getHeader(HEADER);
        if (key == null || key.isBlank()) {
            throw new InvalidRequest("header:" + HEADER, "is required, so that a repeated request creates once");
        }
        if (key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new InvalidRequest("header:" + HEADER, "must be 1 to 255 visible ASCII characters");
        }
        return key;
    }
}
