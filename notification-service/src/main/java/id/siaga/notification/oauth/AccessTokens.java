// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.oauth;

import id.siaga.notification.oauth.TokenAnswer.Token;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Keeps tokens in memory until shortly before their end; each replica has its own. */
@ApplicationScoped
public class AccessTokens {

    private final RequestToken request;
    private final Clock clock;
    private final Map<UUID, Kept> kept = new ConcurrentHashMap<>();

    AccessTokens(RequestToken request, Clock clock) {
        this.request = request;
        this.clock = clock;
    }

    /** Of one endpoint; attempts that need a token at once wait for the one that asks. */
    private static final class Kept {
        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable ClientCredentials by;
        private volatile @Nullable Token token;
    }

    /**
     * A token for the endpoint.
     *
     * @param limit how long it may take
     */
    public TokenAnswer get(UUID endpointId, ClientCredentials credentials, Duration limit) throws InterruptedException {
        Kept own = kept.computeIfAbsent(endpointId, id -> new Kept());
        long startedAt = System.nanoTime();
        if (!own.lock.tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            return new TokenAnswer.NoToken("the token URL: no answer in time");
        }
        try {
            Token token = own.token;
            if (token != null && credentials.equals(own.by) && clock.instant().isBefore(token.until())) {
                return token;
            }
            TokenAnswer answer = request.request(credentials, limit.minusNanos(System.nanoTime() - startedAt));
            own.by = credentials;
            own.token = answer instanceof Token fresh ? fresh : null;
            return answer;
        } finally {
            own.lock.unlock();
        }
    }

    /** The endpoint did not accept its token: the next attempt asks for another one. */
    public void drop(UUID endpointId) {
        kept.remove(endpointId);
    }
}
