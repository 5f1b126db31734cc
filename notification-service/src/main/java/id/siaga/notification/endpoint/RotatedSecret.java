// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A new secret of an endpoint.
 *
 * @param secret for verifying signatures; shown here and never again
 */
public record RotatedSecret(
        UUID endpointId,

        @Size(max = 50) String secret,

        @Schema(description = "Until when the old secret signs along.")
        Instant oldUntil) {

    @Override
    public String toString() {
        return "RotatedSecret[" + endpointId + "]";
    }
}
