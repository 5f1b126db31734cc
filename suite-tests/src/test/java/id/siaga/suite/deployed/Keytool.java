// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.deployed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

/** The JDK's own tool for keys and certificates, on one store. */
record Keytool(Path store) {

    static final char[] PASSWORD = "not-a-secret".toCharArray();

    static Keytool onNew(Path store) throws IOException {
        Files.deleteIfExists(store);
        return new Keytool(store);
    }

    /** Adds a key pair that is good for this day. */
    void generate(String alias, String name, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                name,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD)));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool has made no key pair");
        }
    }

    KeyStore read() throws IOException, GeneralSecurityException {
        KeyStore read = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(store)) {
            read.load(stream, PASSWORD);
        }
        return read;
    }
}
