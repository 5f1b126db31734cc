// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.deployed;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** A certificate authority that nobody knows but whoever is given its certificate: all of them have one name. */
record Authority(Keytool tool) {

    private static final String OWN = "authority";
    private static final String ISSUED = "issued";

    /** With its keys in a new file. */
    static Authority create(Path file) throws IOException, InterruptedException {
        Keytool tool = Keytool.onNew(file);
        tool.generate(OWN, "CN=Authority of a test", "-ext", "bc:critical=ca:true");
        return new Authority(tool);
    }

    void writeCertificate(Path file) throws IOException, GeneralSecurityException {
        Pem.write(file, tool.read().getCertificate(OWN));
    }

    /** A certificate for a server that is called by one name, with its key and the authority's own, as a Secret has them. */
    void issue(String host, Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        tool.generate(ISSUED, "CN=" + host, "-signer", OWN, "-ext", "san=dns:" + host);
        KeyStore store = tool.read();
        Pem.write(folder.resolve("tls.crt"), store.getCertificate(ISSUED));
        Pem.write(folder.resolve("tls.key"), store.getKey(ISSUED, Keytool.PASSWORD));
        writeCertificate(folder.resolve("ca.crt"));
    }
}
