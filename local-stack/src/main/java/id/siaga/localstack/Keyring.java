// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** Makes the keyrings under which local services encrypt what they must not store in clear. */
final class Keyring {

    private Keyring() {}

    /** A new Tink keyset with one AES-256-GCM key, as JSON. */
    static String create() {
        try {
            AeadConfig.register();
            KeysetHandle keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new StackFailure("a keyring cannot be made: " + e.getMessage(), e);
        }
    }
}
