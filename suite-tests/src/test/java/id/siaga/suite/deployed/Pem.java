// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.deployed;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Base64;

/** Certificates and keys as text, each in a file that is there anew. */
final class Pem {

    private Pem() {}

    static void write(Path file, Certificate certificate) throws IOException, CertificateEncodingException {
        write(file, "CERTIFICATE", certificate.getEncoded());
    }

    /** For its owner's eyes only: PostgreSQL takes no other. */
    static void write(Path file, Key key) throws IOException {
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        write(file, "PRIVATE" + " KEY", key.getEncoded());
    }

    private static void write(Path file, String what, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
                        .formatted(
                                what,
                                Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII))
                                        .encodeToString(bytes)));
    }
}
