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
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Makes a creating request happen once however often it is sent: the answer is stored in the transaction that
 * creates, under (party, route, key), and given again for the same bytes for 48 hours.
 */
@ApplicationScoped
public class Idempotency {

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
     * Runs the creation in a new transaction unless this key has created already. Refusals (4xx) roll back and are
     * not stored, so that a corrected request may use the key again.
     *
     * @throws Refusal 400 without a usable key, 409 while a rival works longer than 5 s, 422 for another body
     */
    public Response once(Supplier<Answer> creation) {
        AnswerKey key = new AnswerKey(sender(callers.current()), route(), requiredKey());
        byte[] digest = facts.bodyDigest();
        return QuarkusTransaction.requiringNew().call(() -> answer(key, digest, creation));
    }

    /** A unit may not see what another unit of its party was answered, whichever key it guesses. */
    private static String sender(Caller caller) {
        return caller.unit().map(unit -> caller.party() + "/" + unit).orElseGet(caller::party);
    }

    private Response answer(AnswerKey key, byte[] digest, Supplier<Answer> creation)
            throws SQLException, JsonProcessingException {
        StoredAnswer earlier = answers.lockAndFind(key, clock.instant());
        if (earlier != null) {
            if (!Arrays.equals(earlier.digest(), digest)) {
                throw new IdempotencyRefusal(IdempotencyRefusal.OTHER_BODY);
            }
            return response(earlier.status(), earlier.location(), cipher.open(earlier.body()))
                    .header("Idempotency-Replayed", "true")
                    .build();
        }
        Answer answer = creation.get();
        byte[] body = json.writeValueAsBytes(answer.body());
        answers.store(
                key,
                new StoredAnswer(digest, answer.status(), answer.location().toString(), cipher.seal(body)),
                clock.instant());
        return response(answer.status(), answer.location().toString(), body).build();
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
