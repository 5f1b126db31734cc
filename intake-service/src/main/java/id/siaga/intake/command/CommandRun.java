// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.command;

import id.siaga.intake.contact.ResealContacts;
import id.siaga.intake.content.alias.Rekey;
import id.siaga.keyring.Keyring;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Singleton;

/** Does one command in a service that does nothing else. */
@Singleton
@Unremovable // Asked for by its class, which the container does not see.
class CommandRun implements QuarkusApplication {

    private final Rekey rekey;
    private final ResealContacts reseal;
    private final Keyring keyring;

    CommandRun(Rekey rekey, ResealContacts reseal, Keyring keyring) {
        this.rekey = rekey;
        this.reseal = reseal;
        this.keyring = keyring;
    }

    @Override
    public int run(String... arguments) {
        return switch (Command.of(arguments).orElseThrow()) {
            case REKEY -> rekey();
            case RE_ENCRYPT -> reEncrypt();
        };
    }

    private int rekey() {
        return rekey.run()
                .map(counts -> done("Re-keyed by " + counts))
                .orElseGet(() -> failed("Another re-key run is under way."));
    }

    private int reEncrypt() {
        ResealContacts.Result result = reseal.run(keyring);
        return done("Re-encrypted " + result.sealed() + " of " + result.seen() + " contacts; the others were under the"
                + " primary key already.");
    }

    private static int done(String line) {
        System.out.println(line);
        return 0;
    }

    private static int failed(String line) {
        System.err.println(line);
        return 1;
    }
}
