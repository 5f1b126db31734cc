// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The suite's public APIs as any client would call them: token, request, bounded retries, receipt.
 * What is repeated is safe to repeat: creating calls carry an Idempotency-Key, commands are guarded by the state machine.
 */
public final class Api {
    private final Suite suite;
    private final HttpClient http;
    private final Tokens tokens;
    private final Receipts receipts;
    private final Backoff backoff;
    private final Clock clock;

    public Api(Suite suite, Receipts receipts, Backoff backoff, Clock clock) {
        this.suite = suite;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        this.tokens = new Tokens(suite.tokenEndpoint(), http, clock);
        this.receipts = receipts;
        this.backoff = backoff;
        this.clock = clock;
    }

    public Suite suite() {
        return suite;
    }

    /** Sends the call and returns whatever was answered; throws {@link Unreachable} when nothing was, however often it was tried. */
    public Answer send(Identity as, Call call) {
        Instant started = clock.instant();
        String failure = "";
        for (int tries = 1; tries <= backoff.tries(); tries++) {
            Answer last = null;
            try {
                Answer answer = attempt(as, call);
                if (!answer.notNow()) {
                    note(as, call, started, tries, answer, null);
                    return answer;
                }
                last = answer;
                failure = "HTTP " + answer.status();
                if (answer.status() == 401) {
                    tokens.forget(as, call.audience());
                }
            } catch (IOException e) {
                failure = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unreachable(call, "interrupted");
            }
            boolean spent = tries == backoff.tries() || (last != null && last.status() == 401 && tries == 2);
            if (spent && last != null) {
                note(as, call, started, tries, last, null);
                return last;
            }
            if (!spent) {
                pause(call, tries);
            }
        }
        note(as, call, started, backoff.tries(), null, failure);
        throw new Unreachable(call, failure);
    }

    private Answer attempt(Identity as, Call call) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(suite.resolve(call.service(), call.path()))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + tokens.bearer(as, call.audience()))
                .header("Accept", "application/json, application/problem+json")
                .method(
                        call.method(),
                        call.body() == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(Json.bytes(call.body())));
        if (call.body() != null) {
            request.header("Content-Type", "application/json");
        }
        if (call.idempotencyKey() != null) {
            request.header("Idempotency-Key", call.idempotencyKey());
        }
        HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
        boolean replayed = response.headers()
                .firstValue("Idempotency-Replayed")
                .filter("true"::equals)
                .isPresent();
        return new Answer(
                call, response.statusCode(), Json.parseLeniently(response.body()), replayed, notNow(response));
    }

    /** "Not now" rather than "no": 401 for a token that ended on the way, 409 only when it names a time to come back. */
    private static boolean notNow(HttpResponse<?> response) {
        int status = response.statusCode();
        return status == 401
                || status == 429
                || status >= 500
                || (status == 409
                        && response.headers().firstValue("Retry-After").isPresent());
    }

    private void pause(Call call, int failures) {
        try {
            Thread.sleep(backoff.pauseAfter(failures));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(call, "interrupted");
        }
    }

    private void note(
            Identity as, Call call, Instant started, int tries, @Nullable Answer answer, @Nullable String failure) {
        Instant now = clock.instant();
        receipts.record(new Receipt(
                now,
                as.name(),
                as.party(),
                call.service().id(),
                call.method(),
                call.path(),
                answer == null ? 0 : answer.status(),
                Duration.between(started, now).toMillis(),
                tries,
                call.idempotencyKey(),
                answer == null ? null : Json.textOrNull(answer.body(), "id"),
                answer == null ? failure : answer.ok() ? null : answer.problem(),
                call.saying()));
    }

    /** No answer within the bounds of patience. */
    public static final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreachable(Call call, String why) {
            super("no answer to " + call.method() + " " + call.path() + " of "
                    + call.service().id() + ": " + why);
        }
    }
}
