// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import id.siaga.keyring.Keyring;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Seals every secret of endpoints anew that an older key has sealed, so that the older key may go from the keyring. */
@ApplicationScoped
public class ResealSecrets {

    private static final UUID START = new UUID(0, 0);
    private static final int BATCH = 500;

    /** How many secrets there are, and how many of them were sealed anew. */
    public record Result(int seen, int sealed) {}

    private final ResealEndpoint endpoint;

    ResealSecrets(ResealEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Goes through all of them, endpoint by endpoint; run again, it takes up what is left. */
    public Result run(Keyring keyring) {
        Resealing resealing = new Resealing(keyring);
        List<UUID> batch = endpoint.after(START, BATCH);
        while (!batch.isEmpty()) {
            batch.forEach(id -> endpoint.reseal(id, resealing));
            batch = endpoint.after(batch.getLast(), BATCH);
        }
        return new Result(resealing.seen(), resealing.sealed());
    }
}
