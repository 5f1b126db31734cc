// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores answers as they are, for services whose answers hold nothing that their tables do not. */
@DefaultBean
@ApplicationScoped
class ClearAnswers implements AnswerCipher {

    @Override
    public byte[] seal(byte[] answer) {
        return answer;
    }

    @Override
    public byte[] open(byte[] sealed) {
        return sealed;
    }
}
