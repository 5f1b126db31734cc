// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.platform;

import java.util.List;
import java.util.Objects;

/**
 * What the rest of the desk reads of an entry of the directory.
 *
 * @param code as in content keys
 * @param party the organisation that answers for it
 * @param representative whether somebody in the country answers for it
 * @param receiptRule what proves receipt
 * @param actWithoutProof whether its time may run from an attempt to serve that proves no receipt
 * @param contactRoutes how it is reached, in the order in which that is tried
 * @param commitments what it has signed
 */
public record Platform(
        String code,
        String name,
        String party,
        boolean representative,
        ReceiptRule receiptRule,
        boolean actWithoutProof,
        List<ContactRoute> contactRoutes,
        List<Commitment> commitments) {

    static Platform of(String code, PlatformEntry entry) {
        return new Platform(
                code,
                entry.name(),
                entry.party(),
                entry.representative(),
                entry.receiptRule(),
                Boolean.TRUE.equals(entry.actWithoutProof()),
                entry.contactRoutes(),
                Objects.requireNonNullElse(entry.commitments(), List.of()));
    }
}
