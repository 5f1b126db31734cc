// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.batch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** Reads an import line by line, holding no more than one line of bounded length. */
final class ImportLines {

    /** Longer than any valid report, whose fields have limits of their own. */
    static final int LONGEST = 2 << 20;

    private static final int BUFFER = 64 << 10;

    private final InputStream in;
    private final MessageDigest digest;
    private long number;

    ImportLines(InputStream body) {
        this.in = new BufferedInputStream(body, BUFFER);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The next line that is not blank, or null at the end. */
    @Nullable
    ImportLine next() throws IOException {
        while (true) {
            ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
            long length = 0;
            int octet;
            while ((octet = in.read()) != -1 && octet != '\n') {
                digest.update((byte) octet);
                if (length < LONGEST) {
                    line.write(octet);
                }
                length++;
            }
            if (octet == -1 && length == 0) {
                return null;
            }
            number++;
            byte[] bytes = line.toByteArray();
            byte[] sum = digest.digest();
            if (!isBlank(bytes)) {
                return new ImportLine(number, bytes, length > LONGEST, sum);
            }
        }
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte octet : bytes) {
            if (octet != ' ' && octet != '\t' && octet != '\r') {
                return false;
            }
        }
        return true;
    }
}
