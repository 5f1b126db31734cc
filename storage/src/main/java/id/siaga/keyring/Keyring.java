// SPDX-License-Identifier: Apache-2.0
package id.siaga.keyring;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/**
 * Seals what must not lie in the database in clear. The key's id stands in front of every ciphertext (Tink's
 * prefix), so a keyring may hold old keys beside the primary one. Each service makes it at its start, so that a missing
 * or broken keyring stops the start and not the first request.
 */
public final class Keyring {

    private static final byte TINK_PREFIX = 1;
    private static final int PREFIX_LENGTH = 1 + Integer.BYTES;

    private final Aead aead;
    private final int primary;

    /** @param keyset a Tink JSON keyset for authenticated encryption */
    public Keyring(String keyset) {
        try {
            AeadConfig.register();
            KeysetHandle handle = TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get());
            aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
            primary = handle.getPrimary().getId();
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

    /** Whether the primary key sealed it; what an older key sealed waits to be sealed anew before that key may go. */
    public boolean isCurrent(byte[] sealed) {
        return sealed.length > PREFIX_LENGTH
                && sealed[0] == TINK_PREFIX
                && ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt() == primary;
    }
}
