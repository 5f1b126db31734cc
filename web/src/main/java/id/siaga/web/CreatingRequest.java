// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

/**
 * A request that creates something, apart from the thread that it came on: it does not matter to it who answers it, and in
 * whose transaction.
 */
public final class CreatingRequest {

    private final AnswerKey key;
    private final byte[] digest;

    CreatingRequest(AnswerKey key, byte[] digest) {
        this.key = key;
        this.digest = digest;
    }

    AnswerKey key() {
        return key;
    }

    byte[] digest() {
        return digest;
    }
}
