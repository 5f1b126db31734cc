// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import jakarta.enterprise.context.RequestScoped;

/** What the idempotency of a request depends on beside its key. */
@RequestScoped
class RequestFacts {

    private byte[] bodyDigest = BodyDigest.sha256(new byte[0]);

    byte[] bodyDigest() {
        return bodyDigest;
    }

    void bodyDigest(byte[] digest) {
        bodyDigest = digest;
    }
}
