// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.siaga.operations.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {

    @TempDir
    private Path folder;

    @Test
    void onlyItsOwnerReadsIt() throws Exception {
        Path file = folder.resolve("secret");

        PrivateFile.write(file, "word");

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("word", PrivateFile.read(file));
    }

    @Test
    void nothingIsWrittenOver() {
        Path file = folder.resolve("secret");
        PrivateFile.write(file, "word");

        assertThrows(Failure.class, () -> PrivateFile.write(file, "another"));
        assertEquals("word", PrivateFile.read(file));
    }
}
