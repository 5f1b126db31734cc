// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import id.siaga.messaging.ShardRelay.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A relay in a JVM of its own, which dies on the spot just before one of its calls. */
final class RelayProcess {

    static final int KILLED = 137;

    private RelayProcess() {}

    public static void main(String[] arguments) throws Exception {
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(arguments[0]))) {
            settings.load(reader);
        }
        int last = Integer.parseInt(arguments[1]);
        var calls = new AtomicInteger();
        var deadly = new Halts(call -> {
            if (calls.incrementAndGet() == last) {
                die(Path.of(arguments[2]), call);
            }
        });
        DataSource database = Parts.database(
                settings.getProperty("url"), settings.getProperty("user"), settings.getProperty("password"));
        var relay = new RelayFixture(
                        "killed",
                        settings.getProperty("bootstrap"),
                        deadly.around(database),
                        deadly::around,
                        RelayFixture.DEFAULTS,
                        UUID.randomUUID())
                .shard(0);
        Progress progress;
        do {
            progress = relay.drain();
        } while (progress == Progress.PUBLISHED);
    }

    /** As by kill -9: no hook runs, nothing is closed. */
    private static void die(Path epitaph, String call) {
        try {
            Files.writeString(epitaph, call);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().halt(KILLED);
    }
}
