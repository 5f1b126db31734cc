// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.contact;

import id.siaga.keyring.Keyring;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Seals every contact anew that an older key has sealed, so that the older key may go from the keyring. */
@ApplicationScoped
public class ResealContacts {

    private static final UUID START = new UUID(0, 0);
    private static final int BATCH = 500;

    /** How many contacts there are, and how many of them were sealed anew. */
    public record Result(int seen, int sealed) {}

    private final Contacts contacts;

    ResealContacts(Contacts contacts) {
        this.contacts = contacts;
    }

    /** Goes through all of them, some at a time; run again, it takes up what is left. */
    public Result run(Keyring keyring) {
        int seen = 0;
        int sealed = 0;
        Optional<UUID> last = Optional.of(START);
        while (last.isPresent()) {
            Contacts.Batch batch = contacts.reseal(keyring, last.get(), BATCH);
            seen += batch.seen();
            sealed += batch.sealed();
            last = batch.last();
        }
        return new Result(seen, sealed);
    }
}
