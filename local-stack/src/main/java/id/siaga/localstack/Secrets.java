// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;

/** Secrets that are made once per data folder and kept there in one private file. */
final class Secrets {

    private static final int BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final Properties known = new Properties();
    private final Path file;

    Secrets(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                known.load(reader);
            }
        }
    }

    /** The secret of that name, a random word when it is asked for the first time. */
    String of(String name) {
        return of(name, this::randomWord);
    }

    /** The secret of that name, made by {@code maker} when it is asked for the first time. */
    synchronized String of(String name, Supplier<String> maker) {
        String secret = known.getProperty(name);
        if (secret == null) {
            secret = maker.get();
            known.setProperty(name, secret);
            save();
        }
        return secret;
    }

    private String randomWord() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void save() {
        try {
            StringWriter text = new StringWriter();
            known.store(text, null);
            PrivateFiles.write(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
