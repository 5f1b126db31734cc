// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.security;

import id.siaga.keyring.Keyring;
import id.siaga.web.AnswerCipher;
import jakarta.enterprise.context.ApplicationScoped;

/** Seals the answers kept for repeated requests: that of a registration holds the endpoint's secret. */
@ApplicationScoped
class SealedAnswers implements AnswerCipher {

    private static final String CONTEXT = "idempotent-answer";

    private final Keyring keyring;

    SealedAnswers(Keyring keyring) {
        this.keyring = keyring;
    }

    @Override
    public byte[] seal(byte[] answer) {
        return keyring.seal(answer, CONTEXT);
    }

    @Override
    public byte[] open(byte[] sealed) {
        return keyring.open(sealed, CONTEXT);
    }
}
