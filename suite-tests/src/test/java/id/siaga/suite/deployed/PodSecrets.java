// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.deployed;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import id.siaga.localstack.SigningKeys;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Secrets that a cluster would have: databases' users and the services' own keys, to begin with. */
final class PodSecrets {

    static final List<String> SERVICES = List.of("intake", "triage", "notification");

    private final Path files;
    private final Map<String, String> values = new HashMap<>();

    /** @param facts of the stack that the services are to use */
    PodSecrets(Path files, Properties facts) throws GeneralSecurityException {
        this.files = files;
        for (String service : SERVICES) {
            String database = "postgres." + service + ".";
            put(service + "/username", facts.getProperty(database + "app"));
            put(service + "/password", facts.getProperty(database + "app-password"));
            put(service + "-owner/username", facts.getProperty(database + "owner"));
            put(service + "-owner/password", facts.getProperty(database + "owner-password"));
        }
        put("keys/keyring", keyring());
        put("keys/record-signing-keys", SigningKeys.create());
        put("keys/webhook-signing-keys", SigningKeys.create());
    }

    void put(String reference, String value) {
        values.put(reference, value);
    }

    /** @param reference {@code secret/key} */
    String value(String reference) {
        String value = values.get(reference);
        if (value == null) {
            throw new AssertionError("No secret is known as " + reference);
        }
        return value;
    }

    /** Where those are that are mounted, each in a folder of its name. */
    Path files() {
        return files;
    }

    Path file(String secret, String key) {
        return files.resolve(secret).resolve(key);
    }

    private static String keyring() throws GeneralSecurityException {
        AeadConfig.register();
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), InsecureSecretKeyAccess.get());
    }
}
