// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Keeps the digest of the raw body, so that an idempotency key is held against the bytes that were sent and not
 * against what we made of them.
 */
@Provider
class BodyDigest implements ReaderInterceptor {

    private final RequestFacts facts;

    BodyDigest(RequestFacts facts) {
        this.facts = facts;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        byte[] body = context.getInputStream().readAllBytes();
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
