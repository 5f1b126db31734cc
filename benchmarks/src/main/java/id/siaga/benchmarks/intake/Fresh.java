// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Turns what one report has written into what another one would write: other ids, equal where they were equal. */
public final class Fresh {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final String oldMark;
    private final String mark;
    private final Map<UUID, UUID> ids = new HashMap<>();

    public Fresh(String oldMark, String mark) {
        this.oldMark = oldMark;
        this.mark = mark;
    }

    public @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case UUID id -> ids.computeIfAbsent(id, old -> next());
            case String text -> text.replace(oldMark, mark);
            case null, default -> value;
        };
    }

    /** In the order of time, as the service's own: an index is written at its end. */
    private static UUID next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        // The nanosecond clock has no epoch, and needs none: only the order counts.
        long micros = (System.nanoTime() / 1000) & 0xffff_ffff_ffffL;
        return new UUID(micros << 16 | VERSION_7 | random.nextInt(1 << 12), VARIANT | random.nextLong() >>> 2);
    }
}
