// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations.party;

import id.siaga.operations.Failure;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that only who runs the command can read (mode 600), and that is never written over. */
final class PrivateFile {

    private PrivateFile() {}

    static void write(Path file, String text) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mode = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (WritableByteChannel channel = Files.newByteChannel(
                        file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode);
                var writer = Channels.newWriter(channel, StandardCharsets.UTF_8)) {
            writer.write(text);
        } catch (IOException unwritten) {
            throw new Failure(file + " cannot be written: " + unwritten);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unread) {
            throw new Failure(file + " cannot be read: " + unread);
        }
    }
}
