// SPDX-License-Identifier: Apache-2.0
package id.siaga.keyring;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/** Keyrings for tests, made anew for each: none is ever committed. */
public final class Keysets {

    private Keysets() {}

    public static String random() {
        try {
            AeadConfig.register();
            return text(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A keyset with one key more, which is its primary one: what an operator makes to rotate. */
    public static String rotated(String keyset) {
        try {
            AeadConfig.register();
            KeysetHandle.Builder more = KeysetHandle.newBuilder(
                    TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get()));
            more.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId()
                    .makePrimary());
            return text(more.build());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A rotated keyset in which the oldest key is the primary one again. */
    public static String rotatedBack(String keyset) {
        try {
            AeadConfig.register();
            KeysetHandle.Builder same = KeysetHandle.newBuilder(
                    TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get()));
            same.getAt(0).makePrimary();
            return text(same.build());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(KeysetHandle keyset) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
    }
}
