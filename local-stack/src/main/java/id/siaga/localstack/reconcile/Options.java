// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.reconcile;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
record Options(
        Path suite,
        String as,
        boolean repair,
        @Nullable String reason,
        @Nullable Instant since,
        Duration patience) {

    /** @throws IllegalArgumentException naming what is wrong */
    static Options parse(Path suite, String... arguments) {
        Options options = new Options(suite, "siaga-ops", false, null, null, Duration.ofMinutes(1));
        Iterator<String> words = List.of(arguments).iterator();
        while (words.hasNext()) {
            String name = words.next();
            if (name.equals("--repair")) {
                options = options.repairing();
            } else if (words.hasNext()) {
                options = options.with(name, words.next());
            } else {
                throw new IllegalArgumentException("unknown option " + name + ", or it needs a value");
            }
        }
        if (options.repair == (options.reason == null)) {
            throw new IllegalArgumentException("--repair needs a --reason, which is kept, and nothing else does");
        }
        return options;
    }

    private Options repairing() {
        return new Options(suite, as, true, reason, since, patience);
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--suite" -> new Options(Path.of(value), as, repair, reason, since, patience);
            case "--as" -> new Options(suite, value, repair, reason, since, patience);
            case "--reason" -> new Options(suite, as, repair, value, since, patience);
            case "--since" -> new Options(suite, as, repair, reason, time(value), patience);
            case "--patience" -> new Options(suite, as, repair, reason, since, seconds(value));
            default -> throw new IllegalArgumentException("unknown option " + name);
        };
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("--since wants a time such as 2026-11-29T00:00:00Z", e);
        }
    }

    private static Duration seconds(String text) {
        try {
            return Duration.ofSeconds(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--patience wants a number of seconds", e);
        }
    }
}
