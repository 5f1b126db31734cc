// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * Which part listens on which port: the one asked for, else the one it had last time, else a free one. Ports are
 * remembered so that addresses survive a restart.
 */
final class PortPlan {

    private final Ports free = new Ports();
    private final Properties remembered = new Properties();
    private final Map<String, Integer> wanted;
    private final Path file;

    PortPlan(Path file, Map<String, Integer> wanted) throws IOException {
        this.file = file;
        this.wanted = wanted;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                remembered.load(reader);
            }
        }
    }

    /** Fails when a port that was asked for is taken; to be called before anything is started. */
    void requireWanted() {
        wanted.forEach((part, port) -> {
            if (!Ports.isFree(port)) {
                throw taken(part, port);
            }
        });
    }

    private static StackFailure taken(String part, int port) {
        return new StackFailure("port %d, asked for %s, is taken".formatted(port, part));
    }

    /** The port of a part that may move when somebody else has taken its port. */
    int of(String part) throws IOException {
        return choose(part, true);
    }

    /** The port of a part whose address is part of stored data. */
    int fixed(String part) throws IOException {
        return choose(part, false);
    }

    private int choose(String part, boolean mayMove) throws IOException {
        int before = Integer.parseInt(remembered.getProperty(part, "0"));
        int port = wanted.getOrDefault(part, before);
        if (port != 0 && !Ports.isFree(port)) {
            if (wanted.containsKey(part)) {
                throw taken(part, port);
            }
            if (!mayMove) {
                throw new StackFailure(
                        "port %d of %s is taken, and stored data names it: free it, or start with --fresh"
                                .formatted(port, part));
            }
            port = 0;
        }
        if (port == 0) {
            port = unclaimed();
        }
        remember(part, port);
        return port;
    }

    /** A part that is not up yet does not listen on its port, and is to find it free. */
    private int unclaimed() {
        int port = free.free();
        while (remembered.containsValue(Integer.toString(port))) {
            port = free.free();
        }
        return port;
    }

    private void remember(String part, int port) throws IOException {
        remembered.setProperty(part, Integer.toString(port));
        StringWriter text = new StringWriter();
        remembered.store(text, null);
        PrivateFiles.write(file, text.toString());
    }
}
