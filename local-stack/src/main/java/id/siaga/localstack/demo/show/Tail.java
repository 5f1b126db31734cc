// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.show;

import com.fasterxml.jackson.databind.JsonNode;
import id.siaga.localstack.client.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Follows a file of JSON lines that another process writes, from where it ends now. */
public final class Tail implements AutoCloseable {
    private final Path file;
    private final Consumer<JsonNode> reader;
    private final ByteArrayOutputStream torn = new ByteArrayOutputStream();
    private final Thread thread;
    private long position;
    private volatile boolean stopped;

    private Tail(Path file, Consumer<JsonNode> reader) throws IOException {
        this.file = file;
        this.reader = reader;
        this.position = Files.exists(file) ? Files.size(file) : 0;
        this.thread = Thread.ofVirtual().unstarted(this::follow);
    }

    public static Tail of(Path file, Consumer<JsonNode> reader) throws IOException {
        Tail tail = new Tail(file, reader);
        tail.thread.start();
        return tail;
    }

    /** Tells what is still unread, then stops. */
    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try {
            boolean last;
            do {
                last = stopped;
                readOn();
                if (!last) {
                    Thread.sleep(50);
                }
            } while (!last);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readOn() throws IOException {
        if (!Files.exists(file) || Files.size(file) <= position) {
            return;
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(position);
            byte[] fresh = new byte[(int) Math.min(open.length() - position, 1 << 20)];
            open.readFully(fresh);
            position += fresh.length;
            for (byte one : fresh) {
                if (one == '\n') {
                    reader.accept(Json.parse(torn.toByteArray()));
                    torn.reset();
                } else {
                    torn.write(one);
                }
            }
        }
    }
}
