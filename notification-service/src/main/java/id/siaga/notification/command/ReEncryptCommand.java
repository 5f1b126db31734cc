// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.command;

import id.siaga.keyring.Keyring;
import id.siaga.notification.endpoint.ResealSecrets;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;

/** The command {@code re-encrypt}, when the keyring has a new primary key. */
@Singleton
@Unremovable // Asked for by its class, which the container does not see.
class ReEncryptCommand implements QuarkusApplication {

    static final String NAME = "re-encrypt";

    private final ResealSecrets reseal;
    private final Keyring keyring;

    ReEncryptCommand(ResealSecrets reseal, Keyring keyring) {
        this.reseal = reseal;
        this.keyring = keyring;
    }

    /** Whether a program is asked for it. */
    static boolean isMeant(String... arguments) {
        return arguments.length == 1 && arguments[0].equals(NAME);
    }

    @Override
    public int run(String... arguments) {
        ResealSecrets.Result result = reseal.run(keyring);
        System.out.printf(
                "Re-encrypted %d of %d secrets of endpoints; the others were under the primary key already.%n",
                result.sealed(), result.seen());
        return 0;
    }
}
