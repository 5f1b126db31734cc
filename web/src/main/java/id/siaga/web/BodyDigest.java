// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Reads a body that is held in memory, and keeps its digest, so that an idempotency key is held against the bytes that were sent and not
 * against what we made of them.
 */
@Provider
class BodyDigest implements ReaderInterceptor {

    private final RequestFacts facts;
    private final BodyLimit limit;

    BodyDigest(RequestFacts facts, BodyLimit limit) {
        this.facts = facts;
        this.limit = limit;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getType() == InputStream.class) {
            // It is read as it goes: nothing of it may be held here, and its limit is its endpoint's own.
            return context.proceed();
        }
        byte[] body = limit.whole(context.getInputStream());
        facts.bodyDigest(sha256(body));
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
