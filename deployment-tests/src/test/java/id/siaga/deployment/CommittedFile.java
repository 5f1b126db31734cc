// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is made of others, and committed so that people can read it and see it change. */
public final class CommittedFile {

    private static final String UPDATE = "siaga.chart.update";

    private CommittedFile() {}

    /** Fails when the file is not as it would be made now; makes it so when the system property says so. */
    public static void mustBe(Path file, String made) throws IOException {
        if (Boolean.getBoolean(UPDATE)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, made);
        }
        assertEquals(
                made,
                Files.exists(file) ? Files.readString(file) : "",
                () -> file + " is not what it is made of; look at the difference, and accept it with -D" + UPDATE
                        + "=true");
    }
}
