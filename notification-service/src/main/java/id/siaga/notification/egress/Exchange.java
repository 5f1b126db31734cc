// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. Once the status line is there it decides, whatever happens to the body, which is
 * read for the log only: an endpoint that took the event and then drips is not sent it again for that.
 */
final class Exchange {

    private static final int READ_LIMIT = 64 * 1024;
    static final int USUALLY_KEPT = 1024;

    private final EgressConfig limits;
    private final Clock clock;
    private final long begunAt = System.nanoTime();
    private final long deadline;
    private final CompletableFuture<HttpClientRequest> connected = new CompletableFuture<>();
    private final CompletableFuture<HttpClientResponse> headed = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final int kept;
    private final Buffer excerpt = Buffer.buffer(USUALLY_KEPT);
    private int read;
    private volatile long openedAt;
    private volatile long headedAt;
    private volatile @Nullable Instant answeredAt;

    /**
     * One that begins now.
     *
     * @param deadline when all of it is over, by {@link System#nanoTime}
     * @param kept how much of the answer is kept
     */
    Exchange(EgressConfig limits, Clock clock, long deadline, int kept) {
        this.limits = limits;
        this.clock = clock;
        this.deadline = deadline;
        this.kept = kept;
    }

    void opened(HttpClientRequest request) {
        // What a far side does wrong stands in the attempt; unhandled, it would be an error in our log.
        request.connection().exceptionHandler(wrong -> {});
        openedAt = System.nanoTime();
        if (!connected.complete(request)) {
            request.reset(); // nobody waits for it any more
        }
    }

    void answered(HttpClientResponse head) {
        answeredAt = clock.instant();
        headedAt = System.nanoTime();
        head.handler(this::chunk);
        head.exceptionHandler(ended::completeExceptionally);
        head.endHandler(end -> ended.complete(null));
        headed.complete(head);
    }

    void failed(Throwable cause) {
        connected.completeExceptionally(cause);
        headed.completeExceptionally(cause);
        ended.completeExceptionally(cause);
    }

    private void chunk(Buffer chunk) {
        read += chunk.length();
        synchronized (excerpt) {
            excerpt.appendBuffer(chunk, 0, Math.min(chunk.length(), kept - excerpt.length()));
        }
        if (read > READ_LIMIT) {
            ended.complete(null);
            abort();
        }
    }

    /** Waits for the end, for each part as long as it may take; then the connection is closed. */
    WebhookAnswer await() throws InterruptedException {
        String late = "no connection in time";
        try {
            if (!isOverSoon()) {
                await(connected, begunAt, limits.connectLimit());
                late = "no answer in time";
                await(headed, openedAt, limits.headersLimit());
                await(ended, headedAt, limits.bodyLimit());
            }
            return answer("the connection was closed");
        } catch (TimeoutException tooLate) {
            return answer(late);
        } catch (ExecutionException failure) {
            return answer(Failures.describe(failure.getCause()));
        } finally {
            if (!ended.isDone() || ended.isCompletedExceptionally()) {
                connected.cancel(false);
                ended.cancel(false);
                abort();
            }
        }
    }

    /** Most are over long before any limit: they are waited for once, and not part by part. */
    private boolean isOverSoon() throws InterruptedException, ExecutionException {
        try {
            await(ended, begunAt, shortest());
            return true;
        } catch (TimeoutException lasts) {
            return false;
        }
    }

    /** No part has less, whenever it began. */
    private Duration shortest() {
        return Collections.min(List.of(limits.connectLimit(), limits.headersLimit(), limits.bodyLimit()));
    }

    /** @param since when that part began, by {@link System#nanoTime} */
    private void await(CompletableFuture<?> part, long since, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        long now = System.nanoTime();
        long left = Math.min(since + limit.toNanos() - now, deadline - now);
        part.get(Math.max(left, 1), TimeUnit.NANOSECONDS);
    }

    private WebhookAnswer answer(String otherwise) {
        HttpClientResponse head = headed.isCompletedExceptionally() ? null : headed.getNow(null);
        Instant at = answeredAt;
        if (head == null || at == null) {
            return new WebhookAnswer.Unanswered(otherwise);
        }
        return new WebhookAnswer.Answered(
                head.statusCode(), at, RetryAfter.parse(head.getHeader("retry-after"), at), text());
    }

    /** As text that a database can hold: bytes that are no UTF-8 become U+FFFD, and so does NUL. */
    private String text() {
        synchronized (excerpt) {
            return new String(excerpt.getBytes(), UTF_8).replace('\0', '\uFFFD');
        }
    }

    private void abort() {
        if (!connected.isCompletedExceptionally()) {
            HttpClientRequest open = connected.getNow(null);
            if (open != null) {
                open.reset();
            }
        }
    }
}
