// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.time.Clock;
import java.time.Instant;
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

    private final Clock clock;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final int kept;
    private final Buffer excerpt = Buffer.buffer(USUALLY_KEPT);
    private int read;
    private volatile @Nullable HttpClientRequest request;
    private volatile @Nullable HttpClientResponse response;
    private volatile @Nullable Instant answeredAt;

    /** @param kept how much of the answer is kept */
    Exchange(Clock clock, int kept) {
        this.kept = kept;
        this.clock = clock;
    }

    void opened(HttpClientRequest opened) {
        request = opened;
        if (ended.isDone()) {
            opened.reset();
        }
    }

    void answered(HttpClientResponse head) {
        answeredAt = clock.instant();
        response = head;
        head.handler(this::chunk);
        head.exceptionHandler(ended::completeExceptionally);
        head.endHandler(end -> ended.complete(null));
    }

    void failed(Throwable cause) {
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

    /** Waits for the end, at most until the time is up; then the connection is closed. */
    WebhookAnswer await(long millis) throws InterruptedException {
        try {
            ended.get(Math.max(millis, 1), TimeUnit.MILLISECONDS);
            return answer("the connection was closed");
        } catch (TimeoutException late) {
            return answer("no answer in time");
        } catch (ExecutionException failure) {
            return answer(Failures.describe(failure.getCause()));
        } finally {
            if (!ended.isDone() || ended.isCompletedExceptionally()) {
                ended.cancel(false);
                abort();
            }
        }
    }

    private WebhookAnswer answer(String otherwise) {
        HttpClientResponse head = response;
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
        HttpClientRequest open = request;
        if (open != null) {
            open.reset();
        }
    }
}
