// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations.party;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By what a party shall prove who it is. Of what is made here nothing is kept but in the file that is named. */
@SuppressWarnings("NullAway.Init") // picocli fills it
final class Credential {

    private static final Path STDOUT = Path.of("-");
    private static final int SECRET_BYTES = 32;

    @Option(
            names = "--public-key",
            paramLabel = "FILE",
            description =
                    "The party's own public key, in PEM or as a JSON Web Key: nobody else ever has the private one.")
    private @Nullable Path publicKey;

    @Option(
            names = "--new-key",
            paramLabel = "FILE",
            description = "Make a key; the private one is written to FILE (mode 600), or printed where FILE is -."
                    + " A key that lies there already is used.")
    private @Nullable Path newKey;

    @Option(
            names = "--new-secret",
            paramLabel = "FILE",
            description = "Make a secret, which has no overlap when it is rotated; as with --new-key.")
    private @Nullable Path newSecret;

    private @Nullable String made;

    boolean isSecret() {
        return newSecret != null;
    }

    /** The public key; a new one is written first, so that a command that was broken off goes on with it. */
    ObjectNode key() {
        return publicKey == null ? Keys.publicOf(made(newKey, Keys::generate)) : Keys.read(PrivateFile.read(publicKey));
    }

    String secret() {
        return made(newSecret, Credential::randomSecret).strip();
    }

    private interface Maker {
        String make();
    }

    private String made(@Nullable Path file, Maker maker) {
        if (made != null) {
            return made;
        }
        if (file == null) {
            throw new IllegalStateException("one of the options is there");
        }
        if (!file.equals(STDOUT) && Files.exists(file)) {
            return PrivateFile.read(file);
        }
        String text = maker.make();
        made = text;
        if (!file.equals(STDOUT)) {
            PrivateFile.write(file, text);
        }
        return text;
    }

    private static String randomSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n";
    }

    /** Says where the party's part is, or what it is. */
    void tell(PrintWriter out) {
        Path file = newKey == null ? newSecret : newKey;
        if (STDOUT.equals(file)) {
            out.print(made);
            out.flush();
        } else if (file != null) {
            out.println("Give " + file + " to the party by a way that nobody else reads, and delete it here.");
        }
    }
}
