// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file of JSON lines that are on disk before {@link #append} returns; one sync serves all who wait for it. */
public final class DurableLines implements AutoCloseable {
    private final FileChannel channel;
    private final Object writing = new Object();
    private final Object syncing = new Object();
    private long written;
    private long synced;

    public DurableLines(Path file) {
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            dropTornLine(file);
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends one line; when this returns, it survives a power cut. */
    public void append(JsonNode line) {
        force(put(line));
    }

    /** Puts a line behind all that were put before it and returns its place; on disk only after {@link #force}. */
    public long put(JsonNode line) {
        byte[] json = Json.bytes(line);
        ByteBuffer buffer =
                ByteBuffer.allocate(json.length + 1).put(json).put((byte) '\n').flip();
        try {
            synchronized (writing) {
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                return ++written;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the line at this place, and so every line before it, is on disk. */
    public void force(long place) {
        synchronized (syncing) {
            if (synced >= place) {
                return;
            }
            long upTo;
            synchronized (writing) {
                upTo = written;
            }
            try {
                channel.force(false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            synced = upTo;
        }
    }

    /** Every line of the file; a last line without its end was never promised to anyone and is left out. */
    public static List<JsonNode> read(Path file) {
        List<JsonNode> lines = new ArrayList<>();
        if (!Files.exists(file)) {
            return lines;
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            int start = 0;
            for (int end = 0; end < bytes.length; end++) {
                if (bytes[end] == '\n') {
                    lines.add(Json.parse(Arrays.copyOfRange(bytes, start, end)));
                    start = end + 1;
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("unreadable line in " + file, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void dropTornLine(Path file) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            long end = open.length();
            while (end > 0) {
                open.seek(end - 1);
                if (open.read() == '\n') {
                    break;
                }
                end--;
            }
            open.setLength(end);
        }
    }
}
