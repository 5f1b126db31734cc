// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.deployed;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key pair for this machine that vouches for itself, as a JVM and as Kubernetes' secrets have it. */
record SelfSigned(KeyStore store) {

    private static final String ALIAS = "self";

    /** Made in a new file. */
    static SelfSigned create(Path file) throws IOException, GeneralSecurityException, InterruptedException {
        Keytool tool = Keytool.onNew(file);
        tool.generate(ALIAS, "CN=localhost", "-ext", "san=ip:127.0.0.1,dns:localhost");
        return new SelfSigned(tool.read());
    }

    /** Speaks as it, and trusts it. */
    SSLContext context() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, Keytool.PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    void writeCertificate(Path file) throws IOException, GeneralSecurityException {
        Pem.write(file, store.getCertificate(ALIAS));
    }

    void writeKey(Path file) throws IOException, GeneralSecurityException {
        Pem.write(file, store.getKey(ALIAS, Keytool.PASSWORD));
    }
}
