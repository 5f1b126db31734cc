// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals what must not lie in the database in clear. The key's id stands in front of every ciphertext (Tink's
 * prefix), so a keyring may hold old keys beside the primary one. Made at start, so that a missing or broken
 * keyring stops the start and not the first registration.
 */
@Startup
@ApplicationScoped
public class Keyring {

    private final Aead aead;

    Keyring(@ConfigProperty(name = "siaga.keyring") String keyset) {
        try {
            AeadConfig.register();
            KeysetHandle handle = TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get());
            aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException unusable) {
            // Without the cause: its message could quote the keyset.
            throw new IllegalStateException(
                    "siaga.keyring (SIAGA_KEYRING) is not a Tink JSON keyset for authenticated encryption");
        }
    }

    /**
     * Encrypts and authenticates.
     *
     * @param context bound to the ciphertext: it opens only under the same words
     */
    public byte[] seal(byte[] plain, String context) {
        try {
            return aead.encrypt(plain, context.getBytes(UTF_8));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("sealing failed", failed);
        }
    }

    /**
     * The plain text of what was sealed.
     *
     * @throws IllegalStateException when no key of the keyring opens it, or the context is another one
     */
    public byte[] open(byte[] sealed, String context) {
        try {
            return aead.decrypt(sealed, context.getBytes(UTF_8));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("no key of the keyring opens this", failed);
        }
    }
}
